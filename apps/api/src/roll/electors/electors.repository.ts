import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import type { Likeness, MatchKey } from '../matching/match-keys.js';

export interface NewElector {
  readonly elector: string;
  readonly style: string;
  readonly keys: readonly MatchKey[];
}

/** An entry on the roll that agrees with somebody in one thing. */
export interface KeyMatch {
  readonly elector: string;
  readonly likeness: Likeness;
  readonly digest: Buffer;
  /** Whether an account is linked to the entry. */
  readonly linked: boolean;
}

/** Keeps who may vote: `roll.elector` and the digests they are found by. */
@Injectable()
export class ElectorsRepository {
  constructor(private readonly database: DataSource) {}

  /** @param upload the file that brought them, by which they can be taken back */
  async add(
    election: string,
    electors: readonly NewElector[],
    manager: EntityManager,
    upload?: string | null,
  ): Promise<void> {
    await manager.query(
      'INSERT INTO roll.elector (election, elector, style) SELECT $1, * FROM unnest($2::uuid[], $3::text[])',
      [election, electors.map(({ elector }) => elector), electors.map(({ style }) => style)],
    );
    const keys = electors.flatMap(({ elector, keys }) => keys.map((key) => ({ elector, ...key })));
    await manager.query(
      `INSERT INTO roll.match_key (election, elector, likeness, digest)
       SELECT $1, * FROM unnest($2::uuid[], $3::text[], $4::bytea[])`,
      [
        election,
        keys.map(({ elector }) => elector),
        keys.map(({ likeness }) => likeness),
        keys.map(({ digest }) => digest),
      ],
    );
    if (!upload) return;
    await manager.query(
      'INSERT INTO roll.arrival (election, elector, upload) SELECT $1, unnest($2::uuid[]), $3',
      [election, electors.map(({ elector }) => elector), upload],
    );
  }

  /** Which of these digests, in hexadecimal, are of somebody who was taken off the roll. */
  async removed(
    election: string,
    digests: readonly Buffer[],
    manager: EntityManager = this.database.manager,
  ): Promise<ReadonlySet<string>> {
    const rows = await manager.query<{ digest: Buffer }[]>(
      'SELECT digest FROM roll.removed_key WHERE election = $1 AND digest = ANY ($2::bytea[])',
      [election, digests],
    );
    return new Set(rows.map(({ digest }) => digest.toString('hex')));
  }

  matches(
    election: string,
    digests: readonly Buffer[],
    manager: EntityManager = this.database.manager,
  ): Promise<KeyMatch[]> {
    return manager.query(
      `SELECT k.elector, k.likeness, k.digest, EXISTS (SELECT FROM roll.claim c WHERE c.election = k.election
         AND c.elector = k.elector AND c.person IS NOT NULL) AS linked
       FROM roll.match_key k WHERE k.election = $1 AND k.digest = ANY ($2::bytea[])`,
      [election, digests],
    );
  }

  async count(election: string, manager: EntityManager = this.database.manager): Promise<number> {
    const [{ n }] = await manager.query<[{ n: number }]>(
      'SELECT count(*)::integer AS n FROM roll.elector WHERE election = $1',
      [election],
    );
    return n;
  }

  async exists(election: string, elector: string, manager: EntityManager): Promise<boolean> {
    const found = await manager.query<unknown[]>(
      'SELECT 1 FROM roll.elector WHERE election = $1 AND elector = $2',
      [election, elector],
    );
    return found.length > 0;
  }
}
