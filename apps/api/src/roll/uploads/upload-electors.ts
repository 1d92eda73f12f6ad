import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';

import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import type { CurrentUser } from '../../identity/index.js';
import { Places } from '../../places/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { ClaimsRepository } from '../claims/claims.repository.js';
import { isOldEnough, localDay } from '../matching/eligibility.js';
import { type RollRound, RollRounds } from '../roll-rounds.js';
import { ElectorIntake, STYLE } from '../electors/elector-intake.js';
import { type NewElector, ElectorsRepository } from '../electors/electors.repository.js';
import { type ElectorLine, readElectors } from './read-electors.js';

export type LeftOutReason = 'too-young' | 'outside' | 'expired' | 'connection-not-offered';

export interface RollUpload {
  readonly read: number;
  readonly added: number;
  /** As good as certainly on the roll already, or twice in the file. */
  readonly already: number;
  /** Perhaps on the roll already: an officer decides. */
  readonly toReview: number;
  /** Not entitled to vote in this round. */
  readonly leftOut: readonly { readonly line: number; readonly reason: LeftOutReason }[];
}

const BATCH = 1_000;

/** Undoes a rehearsal; carries what would have been done. */
class Rehearsed extends Error {
  constructor(readonly upload: RollUpload) {
    super('rehearsed');
  }
}

/** Puts the people of a council's file on the roll. All of it is stored, or nothing. */
@Injectable()
export class UploadElectors {
  constructor(
    private readonly database: DataSource,
    private readonly rounds: RollRounds,
    private readonly places: Places,
    private readonly intake: ElectorIntake,
    private readonly electors: ElectorsRepository,
    private readonly claims: ClaimsRepository,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @param rehearse store nothing and say what would be stored, for an officer to look over
   * @throws RoundUnknown | RoleMissing | SecondFactorNeeded | RollFileFaulty | RollFrozen
   */
  async execute(user: CurrentUser, slug: string, file: Readable, rehearse: boolean): Promise<RollUpload> {
    const { id, placeId } = await this.rounds.for(user, 'officer', slug).catch((refused: unknown) => {
      file.resume();
      throw refused;
    });
    const lines = await readElectors(file);
    const place = (await this.places.byIds([placeId])).get(placeId);
    const within = new Set(await this.places.idsWithin(place?.slug ?? ''));
    try {
      return await this.database.transaction(async (manager) => {
        const round = await this.rounds.changeable(id, manager);
        const upload = await this.store(round, lines, within, manager);
        if (rehearse) throw new Rehearsed(upload);
        const { read, added, already, toReview, leftOut } = upload;
        const facts = { read, added, already, toReview, leftOut: leftOut.length };
        const what = 'roll.uploaded';
        await this.audit.append({ what, actorId: user.id, subject: `round:${slug}`, facts }, manager);
        return upload;
      });
    } catch (done) {
      if (done instanceof Rehearsed) return done.upload;
      throw done;
    }
  }

  private async store(
    round: RollRound,
    lines: readonly ElectorLine[],
    within: ReadonlySet<string>,
    manager: EntityManager,
  ): Promise<RollUpload> {
    const leftOut: { line: number; reason: LeftOutReason }[] = [];
    let added = 0;
    let already = 0;
    let toReview = 0;
    for (let from = 0; from < lines.length; from += BATCH) {
      const batch = lines.slice(from, from + BATCH);
      const placeOf = await this.places.ofPostcodes(
        batch.map(({ home }) => home.postcode),
        manager,
      );
      const entitled = batch.filter((line) => {
        const placeId = placeOf.get(line.home.postcode);
        const reason = whyNot(line, round, placeId === undefined || within.has(placeId));
        if (reason) leftOut.push({ line: line.line, reason });
        return !reason;
      });
      const done = await this.storeBatch(round.id, entitled, manager);
      added += done.added;
      already += done.already;
      toReview += done.toReview;
    }
    return { read: lines.length, added, already, toReview, leftOut };
  }

  private async storeBatch(
    election: string,
    lines: readonly ElectorLine[],
    manager: EntityManager,
  ): Promise<{ added: number; already: number; toReview: number }> {
    const keyed = lines.map((line) => ({ line, keys: this.intake.keysOf(line, election) }));
    const digests = keyed.flatMap(({ keys }) => keys.map(({ digest }) => digest));
    const known = new Set(
      (await this.electors.matches(election, digests, manager)).map(({ digest }) => digest.toString('hex')),
    );
    const adding: NewElector[] = [];
    let already = 0;
    let toReview = 0;
    for (const { line, keys } of keyed) {
      const alike = keys.filter(({ digest }) => known.has(digest.toString('hex')));
      if (alike.some(({ likeness }) => likeness === 'person')) already++;
      // Households share a mailbox: alone it says nothing about a line of a council's file.
      else if (alike.some(({ likeness }) => likeness !== 'mailbox')) {
        const isNew = await this.claims.add(
          {
            claim: randomUUID(),
            election,
            person: null,
            connection: line.connection,
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
    if (adding.length > 0) await this.electors.add(election, adding, manager);
    return { added: adding.length, already, toReview };
  }
}

function whyNot(line: ElectorLine, round: RollRound, isWithin: boolean): LeftOutReason | null {
  const { minimumAge, connections } = round.eligibility;
  if (!connections.includes(line.connection)) return 'connection-not-offered';
  if (!isOldEnough(line.dateOfBirth, minimumAge, round.votingOpensAt)) return 'too-young';
  if (line.until !== null && line.until < localDay(round.votingOpensAt)) return 'expired';
  return line.connection === 'live' && !isWithin ? 'outside' : null;
}

const detailsOf = ({ fullName, dateOfBirth, home, email }: ElectorLine) => ({
  fullName,
  dateOfBirth,
  home,
  email,
  connectionPostcode: null,
});
