import { createHmac } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';

import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { type Config, CONFIG } from '../config/index.js';
import { seal, unseal } from '../sealing/index.js';
import { KeyUnfit, KeyUsedOtherwise, OutcomeUnknown, StillUnderWay } from './once.errors.js';

/** A call of one person, told apart from others by the key their client gave it. */
export interface OnceCall {
  readonly personId: string;
  readonly keyDigest: Buffer;
  readonly requestDigest: Buffer;
}

interface Row {
  readonly requestDigest: Buffer;
  readonly sealed: Buffer | null;
  readonly lost: boolean;
}

const FIT = /^[\x21-\x7e]{8,200}$/;
const KEPT = `interval '24 hours'`;
/** Longer than any request may take. */
const LOST = `interval '2 minutes'`;
const LOOKS = 50;
const LOOK_EVERY_MS = 200;

/** Keeps what was answered to a call, so that the same call again is answered the same and does nothing. */
@Injectable()
export class OnceCalls {
  constructor(
    private readonly database: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @param request everything that makes two calls the same @throws KeyUnfit */
  call(personId: string, key: string, request: unknown): OnceCall {
    if (!FIT.test(key)) throw new KeyUnfit();
    const digest = (what: string, of: unknown): Buffer =>
      createHmac('sha256', this.config.secretKey)
        .update(JSON.stringify(['once/v1', what, personId, of]))
        .digest();
    return { personId, keyDigest: digest('key', key), requestDigest: digest('request', request) };
  }

  /**
   * Waits for a call of the same key that is under way.
   *
   * @returns what was answered before, or `undefined`: this call is the first and goes on
   * @throws KeyUsedOtherwise | StillUnderWay | OutcomeUnknown
   */
  async begin(call: OnceCall): Promise<{ readonly answer: unknown } | undefined> {
    for (let look = 0; look < LOOKS; look++) {
      if (await this.take(call)) return undefined;
      const row = await this.find(call);
      if (row && !row.requestDigest.equals(call.requestDigest)) throw new KeyUsedOtherwise();
      if (row?.sealed) return { answer: this.opened(row.sealed, call) };
      if (row?.lost) throw new OutcomeUnknown();
      await setTimeout(LOOK_EVERY_MS);
    }
    throw new StillUnderWay();
  }

  async finish(call: OnceCall, answer: unknown): Promise<void> {
    const plain = Buffer.from(JSON.stringify({ answer }));
    await this.database.query(
      'UPDATE calls_once SET sealed_answer = $3 WHERE person_id = $1 AND key_digest = $2',
      [call.personId, call.keyDigest, seal(plain, owner(call), this.config.secretKey)],
    );
  }

  /** What was refused did nothing: the same call may come again. */
  async forget({ personId, keyDigest }: OnceCall): Promise<void> {
    await this.database.query('DELETE FROM calls_once WHERE person_id = $1 AND key_digest = $2', [
      personId,
      keyDigest,
    ]);
  }

  private async take({ personId, keyDigest, requestDigest }: OnceCall): Promise<boolean> {
    const taken = await this.database.query<unknown[]>(
      `INSERT INTO calls_once AS kept (person_id, key_digest, request_digest) VALUES ($1, $2, $3)
       ON CONFLICT (person_id, key_digest) DO UPDATE
         SET request_digest = excluded.request_digest, sealed_answer = NULL, begun_at = clock_timestamp()
         WHERE kept.begun_at < clock_timestamp() - ${KEPT}
       RETURNING begun_at`,
      [personId, keyDigest, requestDigest],
    );
    return taken.length > 0;
  }

  private async find({ personId, keyDigest }: OnceCall): Promise<Row | undefined> {
    const [row] = await this.database.query<Row[]>(
      `SELECT request_digest AS "requestDigest", sealed_answer AS sealed, begun_at < clock_timestamp() - ${LOST} AS lost
       FROM calls_once WHERE person_id = $1 AND key_digest = $2`,
      [personId, keyDigest],
    );
    return row;
  }

  private opened(sealed: Buffer, call: OnceCall): unknown {
    const text = unseal(sealed, owner(call), this.config.secretKey).toString();
    return (JSON.parse(text) as { answer?: unknown }).answer;
  }
}

const owner = ({ personId, keyDigest }: OnceCall): string =>
  `calls_once:${personId}:${keyDigest.toString('hex')}`;
