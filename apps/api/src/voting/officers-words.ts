import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

export interface Word<Said> {
  readonly act: string;
  readonly personId: string;
  readonly said: Said;
  readonly saidAt: Date;
}

/** What two officers must say: the first's word is kept for a day, the second's completes it. */
@Injectable()
export class OfficersWords {
  constructor(private readonly database: DataSource) {}

  /**
   * @returns the word of another officer, taken away with this call; none when this is the first, which is then kept
   *   in place of an older one of the same person
   */
  async take<Said>(
    roundId: string,
    act: string,
    word: { personId: string; said: Said },
    manager: EntityManager,
  ): Promise<Word<Said> | undefined> {
    await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`word:${roundId}:${act}`]);
    const [[other]] = await manager.query<[Word<Said>[], number]>(
      `DELETE FROM officers_words WHERE round_id = $1 AND act = $2 AND person_id <> $3
         AND said_at > clock_timestamp() - interval '1 day'
       RETURNING act, person_id AS "personId", said, said_at AS "saidAt"`,
      [roundId, act, word.personId],
    );
    if (other) return other;
    await manager.query(
      `INSERT INTO officers_words (round_id, act, person_id, said) VALUES ($1, $2, $3, $4)
       ON CONFLICT (round_id, act) DO UPDATE SET person_id = $3, said = $4, said_at = clock_timestamp()`,
      [roundId, act, word.personId, JSON.stringify(word.said)],
    );
    return undefined;
  }

  /** Words that still wait for a second officer. */
  waiting<Said>(roundId: string, prefix: string): Promise<Word<Said>[]> {
    return this.database.query(
      `SELECT act, person_id AS "personId", said, said_at AS "saidAt" FROM officers_words
        WHERE round_id = $1 AND starts_with(act, $2) AND said_at > clock_timestamp() - interval '1 day' ORDER BY act`,
      [roundId, prefix],
    );
  }
}
