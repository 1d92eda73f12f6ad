import { randomUUID } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { ClaimsRepository } from '../claims/claims.repository.js';
import { ElectorIntake, STYLE } from '../electors/elector-intake.js';
import { ElectorsRepository, type NewElector } from '../electors/electors.repository.js';
import type { ElectorLine } from './read-electors.js';
import type { SortedLines } from './sort-lines.js';

export interface StoredLines {
  readonly added: number;
  readonly already: number;
  readonly toReview: number;
}

const BATCH = 1_000;

/** Puts sorted lines on a roll, or into the queue of its officers. Always under the lock of the round. */
@Injectable()
export class StoreLines {
  constructor(
    private readonly intake: ElectorIntake,
    private readonly electors: ElectorsRepository,
    private readonly claims: ClaimsRepository,
  ) {}

  async store(
    election: string,
    upload: string,
    { take, ask }: Pick<SortedLines, 'take' | 'ask'>,
    manager: EntityManager,
  ): Promise<StoredLines> {
    const total = { added: 0, already: 0, toReview: 0 };
    const lines = [
      ...take.map((line) => ({ line, ask: false })),
      ...ask.map((line) => ({ line, ask: true })),
    ];
    for (let from = 0; from < lines.length; from += BATCH) {
      const done = await this.storeBatch(election, upload, lines.slice(from, from + BATCH), manager);
      total.added += done.added;
      total.already += done.already;
      total.toReview += done.toReview;
    }
    return total;
  }

  private async storeBatch(
    election: string,
    upload: string,
    lines: readonly { readonly line: ElectorLine; readonly ask: boolean }[],
    manager: EntityManager,
  ): Promise<StoredLines> {
    const keyed = lines.map((each) => ({ ...each, keys: this.intake.keysOf(each.line, election) }));
    const digests = keyed.flatMap(({ keys }) => keys.map(({ digest }) => digest));
    const known = new Set(
      (await this.electors.matches(election, digests, manager)).map(({ digest }) => digest.toString('hex')),
    );
    const removed = await this.electors.removed(election, digests, manager);
    const adding: NewElector[] = [];
    let already = 0;
    let toReview = 0;
    for (const { line, ask, keys } of keyed) {
      const alike = keys.filter(({ digest }) => known.has(digest.toString('hex')));
      const doubtful =
        ask ||
        // Households share a mailbox: alone it says nothing about a line of a council's file.
        alike.some(({ likeness }) => likeness !== 'mailbox') ||
        keys.some(({ digest }) => removed.has(digest.toString('hex')));
      if (alike.some(({ likeness }) => likeness === 'person')) already++;
      else if (doubtful) {
        const isNew = await this.claims.add(
          {
            ...{ claim: randomUUID(), election, person: null, connection: line.connection, upload },
            details: detailsOf(line),
            personDigest: this.intake.personDigest(keys),
          },
          manager,
        );
        if (isNew) toReview++;
        else already++;
      } else adding.push({ elector: randomUUID(), style: STYLE, keys });
      for (const { digest } of keys) known.add(digest.toString('hex'));
    }
    if (adding.length > 0) await this.electors.add(election, adding, manager, upload);
    return { added: adding.length, already, toReview };
  }
}

const detailsOf = ({ fullName, dateOfBirth, home, email }: ElectorLine) => ({
  fullName,
  dateOfBirth,
  home,
  email,
  connectionPostcode: null,
});
