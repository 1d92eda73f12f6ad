import { randomUUID } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { type CurrentUser, PersonFacts } from '../../identity/index.js';
import { normalPostcode } from '../../places/index.js';
import { type Allowance, RateLimits } from '../../platform/limits/index.js';
import { RoundUnknown } from '../../rounds/index.js';
import { ElectorIntake } from '../electors/elector-intake.js';
import type { Connection } from '../matching/connection.js';
import { isOldEnough, localDay } from '../matching/eligibility.js';
import { type RollRound, RollRounds } from '../roll-rounds.js';
import { AlreadyClaimed, NotEntitled, RollFrozen } from '../roll.errors.js';
import { type ClaimDetails, ClaimsRepository } from './claims.repository.js';

export interface AskedForRoll {
  readonly connection: Connection;
  readonly fullName: string;
  readonly postcode: string;
  readonly house: string;
  readonly uprn?: string | undefined;
  /** Of the workplace or school; needed for those connections. */
  readonly connectionPostcode?: string | undefined;
}

const PER_PERSON: Allowance = { name: 'roll-claim', points: 20, seconds: 3600 };
const KNOWN_ADDRESS = 'The list of the council names your confirmed e-mail address.';

/**
 * A resident asks to be on the roll. What cannot be right is refused at once, the rest waits for an officer. Where the
 * postcode lies refuses nobody: lists of postcodes give each one place, and some lie in two.
 */
@Injectable()
export class AskForRoll {
  constructor(
    private readonly database: DataSource,
    private readonly rounds: RollRounds,
    private readonly people: PersonFacts,
    private readonly intake: ElectorIntake,
    private readonly claims: ClaimsRepository,
    private readonly limits: RateLimits,
  ) {}

  /** @throws RoundUnknown | NoVoteHere | RollFrozen | NotEntitled | AlreadyClaimed | PostcodeMalformed | TooManyTries */
  async execute(user: CurrentUser, slug: string, asked: AskedForRoll): Promise<void> {
    const round = await this.rounds.public(slug);
    if (round.frozen) throw new RollFrozen();
    await this.limits.take(PER_PERSON, user.id);
    const facts = await this.people.of(user.id);
    if (!facts) throw new RoundUnknown();
    const details = detailsOf(asked, facts);
    this.check(round, asked.connection, details);

    const election = round.id;
    const keys = this.intake.keysOf(details, election);
    const claim = randomUUID();
    await this.database.transaction(async (manager) => {
      await this.rounds.changeable(election, manager);
      const own = await this.claims.ofPerson(election, user.id, manager);
      if (own && own.stage !== 'refused') throw new AlreadyClaimed(own.stage);

      const { connection } = asked;
      const personDigest = this.intake.personDigest(keys);
      await this.claims.add(
        { claim, election, person: user.id, connection, details, personDigest, upload: null },
        manager,
      );
      const certain = (await this.intake.likely(election, keys, manager)).find(
        ({ linked, likenesses }) => !linked && likenesses.has('person') && likenesses.has('mailbox'),
      );
      if (!certain || !facts.confirmed) return;
      const decision = { elector: certain.elector, reason: KNOWN_ADDRESS, decidedBy: null };
      await this.claims.decide(claim, decision, manager);
    });
  }

  private check(round: RollRound, connection: Connection, details: ClaimDetails): void {
    const { minimumAge, connections } = round.eligibility;
    if (!connections.includes(connection)) {
      throw new NotEntitled(
        'roll.connection-not-offered',
        'This round is not for people with that connection.',
      );
    }
    if (!isOldEnough(details.dateOfBirth, minimumAge, round.votingOpensAt)) {
      const onDay = localDay(round.votingOpensAt);
      throw new NotEntitled(
        'roll.too-young',
        `Voters are at least ${minimumAge} on ${onDay}, when voting opens.`,
        {
          minimumAge,
          onDay,
        },
      );
    }
    if (connection !== 'live' && details.connectionPostcode === null) {
      throw new NotEntitled('roll.details-unfit', 'Give the postcode of where you work or study.');
    }
  }
}

function detailsOf(asked: AskedForRoll, facts: { email: string; dateOfBirth: string }): ClaimDetails {
  return {
    fullName: asked.fullName.trim(),
    dateOfBirth: facts.dateOfBirth,
    home: { postcode: normalPostcode(asked.postcode), house: asked.house.trim(), uprn: asked.uprn ?? null },
    email: facts.email,
    connectionPostcode: asked.connectionPostcode ? normalPostcode(asked.connectionPostcode) : null,
  };
}
