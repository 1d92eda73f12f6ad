import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { type Config, CONFIG } from '../../platform/config/index.js';
import { seal, unseal } from '../../platform/sealing/index.js';
import type { Connection } from '../matching/connection.js';
import type { PersonDetails } from '../matching/match-keys.js';

export interface ClaimDetails extends PersonDetails {
  /** Of the workplace or school. */
  readonly connectionPostcode: string | null;
}

export interface NewClaim {
  readonly claim: string;
  readonly election: string;
  /** `null` for a line of an uploaded file. */
  readonly person: string | null;
  readonly connection: Connection;
  readonly details: ClaimDetails;
  /** Digest of the likeness `person`. */
  readonly personDigest: Buffer;
  /** The file whose line it is. */
  readonly upload: string | null;
}

export interface WaitingClaim extends NewClaim {
  readonly addressConfirmed: boolean;
  readonly letterDigest: Buffer | null;
  readonly askedAt: Date;
}

export type ClaimStage = 'waiting' | 'accepted' | 'refused';

/** What its owner may know of a claim. */
export interface OwnClaimNow {
  readonly claim: string;
  readonly stage: ClaimStage;
  readonly connection: Connection;
  readonly reason: string | null;
  readonly letterSent: boolean;
  readonly askedAt: Date;
}

export interface ClaimDecision {
  /** The entry on the roll, or `null` to refuse. */
  readonly elector: string | null;
  readonly reason: string | null;
  /** `null` for a letter code or an e-mail address the council knew. */
  readonly decidedBy: string | null;
}

interface Row {
  claim: string;
  election: string;
  person: string | null;
  connection: Connection;
  stage: ClaimStage;
  sealed: Buffer | null;
  letterDigest: Buffer | null;
  personDigest: Buffer;
  addressConfirmed: boolean;
  askedAt: Date;
  upload: string | null;
}

const ROW = `SELECT claim, election, person, connection, stage, sealed_details AS sealed,
  letter_digest AS "letterDigest", person_digest AS "personDigest", address_confirmed AS "addressConfirmed", asked_at AS "askedAt", upload FROM roll.claim`;

/** Keeps claims. What people say about themselves is sealed while it waits, and erased once it is decided. */
@Injectable()
export class ClaimsRepository {
  constructor(
    private readonly database: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @returns whether it is new: a line of a file whose person waits already is not stored twice */
  async add(
    { claim, election, person, connection, details, personDigest, upload }: NewClaim,
    manager: EntityManager,
  ): Promise<boolean> {
    const sealed = seal(Buffer.from(JSON.stringify(details)), owner(claim), this.config.secretKey);
    const added = await manager.query<unknown[]>(
      `INSERT INTO roll.claim (claim, election, person, stage, origin, connection, sealed_details, person_digest, upload)
       VALUES ($1, $2, $3, 'waiting', $4, $5, $6, $7, $8)
       ON CONFLICT (election, person_digest) WHERE origin = 'file' DO NOTHING RETURNING claim`,
      [
        claim,
        election,
        person,
        person === null ? 'file' : 'account',
        connection,
        sealed,
        personDigest,
        upload,
      ],
    );
    return added.length > 0;
  }

  /** How many claims wait for each of these people, by digest in hexadecimal. */
  async waitingByPerson(election: string, digests: readonly Buffer[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.database.query<{ digest: Buffer; n: number }[]>(
      `SELECT person_digest AS digest, count(*)::integer AS n FROM roll.claim
       WHERE election = $1 AND stage = 'waiting' AND person_digest = ANY ($2::bytea[]) GROUP BY person_digest`,
      [election, digests],
    );
    return new Map(rows.map(({ digest, n }) => [digest.toString('hex'), n]));
  }

  /** Locked until the transaction ends. @returns its stage alone once it is decided */
  async locked(
    election: string,
    claim: string,
    manager: EntityManager,
  ): Promise<WaitingClaim | ClaimStage | undefined> {
    const sql = `${ROW} WHERE election = $1 AND claim = $2 FOR UPDATE`;
    const [row] = await manager.query<Row[]>(sql, [election, claim]);
    return row && (row.stage === 'waiting' ? this.open(row) : row.stage);
  }

  /** Oldest first. */
  async waiting(election: string, page: number, pageSize: number): Promise<WaitingClaim[]> {
    const rows = await this.database.query<Row[]>(
      `${ROW} WHERE election = $1 AND stage = 'waiting' ORDER BY asked_at, claim LIMIT $2 OFFSET $3`,
      [election, pageSize, (page - 1) * pageSize],
    );
    return rows.map((row) => this.open(row));
  }

  async countWaiting(election: string): Promise<number> {
    const [{ n }] = await this.database.query<[{ n: number }]>(
      `SELECT count(*)::integer AS n FROM roll.claim WHERE election = $1 AND stage = 'waiting'`,
      [election],
    );
    return n;
  }

  /** The one that stands, else the newest refused. */
  async ofPerson(
    election: string,
    person: string,
    manager: EntityManager = this.database.manager,
  ): Promise<OwnClaimNow | undefined> {
    const [own] = await manager.query<OwnClaimNow[]>(
      `SELECT claim, stage, connection, reason, letter_digest IS NOT NULL AS "letterSent", asked_at AS "askedAt"
       FROM roll.claim WHERE election = $1 AND person = $2 ORDER BY stage = 'refused', asked_at DESC LIMIT 1`,
      [election, person],
    );
    return own;
  }

  async decide(
    claim: string,
    { elector, reason, decidedBy }: ClaimDecision,
    manager: EntityManager,
  ): Promise<void> {
    await manager.query(
      `UPDATE roll.claim SET stage = CASE WHEN $2::uuid IS NULL THEN 'refused' ELSE 'accepted' END, elector = $2,
         sealed_details = NULL, person_digest = NULL, letter_digest = NULL, reason = $3, decided_by = $4, decided_at = clock_timestamp()
       WHERE claim = $1`,
      [claim, elector, reason, decidedBy],
    );
  }

  /** A newer letter replaces an older one. */
  async putLetter(claim: string, digest: Buffer, manager: EntityManager): Promise<void> {
    await manager.query('UPDATE roll.claim SET letter_digest = $2 WHERE claim = $1', [claim, digest]);
  }

  /** The code of the letter came back: it is used up. */
  async confirmAddress(claim: string, manager: EntityManager): Promise<void> {
    await manager.query(
      'UPDATE roll.claim SET address_confirmed = true, letter_digest = NULL WHERE claim = $1',
      [claim],
    );
  }

  private open({ sealed, stage, ...known }: Row): WaitingClaim {
    if (!sealed) throw new Error(`claim ${known.claim} is ${stage} without details`);
    const text = unseal(sealed, owner(known.claim), this.config.secretKey).toString();
    return { ...known, details: JSON.parse(text) as ClaimDetails };
  }
}

const owner = (claim: string): string => `roll.claim:${claim}`;
