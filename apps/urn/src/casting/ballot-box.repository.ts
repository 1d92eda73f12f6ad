import {
  base64url,
  bodyBytes,
  fromBase64url,
  type CheckedBallot,
  type Pass,
} from '@commonthread/ballot-protocol';
import { Injectable } from '@nestjs/common';

import { CastDatabase } from '../platform/database/index.js';

export type CastOutcome = 'kept' | 'taken' | 'gap' | 'other-style' | 'not-open' | 'closed' | 'unknown';

export interface Stored {
  readonly outcome: CastOutcome;
  readonly nextRev: number;
}

/** Stores ballots by the database's own function: this role can neither write nor read a choice otherwise. */
@Injectable()
export class BallotBoxRepository {
  constructor(private readonly database: CastDatabase) {}

  /** Returns after the commit is on disk. */
  async store({ header, body, commitment, credSig, pass }: CheckedBallot): Promise<Stored> {
    const [row] = await this.database.query<[{ outcome: CastOutcome; next_rev: number | null }]>(
      'SELECT outcome, next_rev FROM urn.cast_ballot($1, $2, $3, $4, $5, $6, $7, $8, $9)',
      [
        header.election,
        header.style,
        Buffer.from(fromBase64url(header.cred)),
        header.rev,
        Buffer.from(commitment),
        Buffer.from(bodyBytes(body)).toString('utf8'),
        Buffer.from(credSig),
        Buffer.from(pass.prefix),
        Buffer.from(pass.signature),
      ],
    );
    return { outcome: row.outcome, nextRev: row.next_rev ?? 1 };
  }

  /** The pass that this credential's first ballot came with, checked then. */
  async storedPass(election: string, style: string, cred: string): Promise<Pass | undefined> {
    const rows = await this.database.query<{ pass_prefix: Buffer; pass_sig: Buffer }[]>(
      `SELECT pass_prefix, pass_sig FROM urn.ballot
        WHERE election = $1 AND style = $2 AND cred = $3 AND rev = 1 AND pass_sig IS NOT NULL`,
      [election, style, Buffer.from(fromBase64url(cred))],
    );
    return rows[0] && { prefix: fresh(rows[0].pass_prefix), signature: fresh(rows[0].pass_sig) };
  }
}

/** A copy that owns its buffer, which is what WebCrypto takes. */
const fresh = (bytes: Buffer): Uint8Array => fromBase64url(base64url(bytes));
