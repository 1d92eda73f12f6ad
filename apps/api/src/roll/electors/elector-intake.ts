import { randomUUID } from 'node:crypto';

import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { type Config, CONFIG } from '../../platform/config/index.js';
import { type Likeness, type MatchKey, matchKeys, type PersonDetails } from '../matching/match-keys.js';
import { DuplicateElector, ElectorUnknown, NotEntitled } from '../roll.errors.js';
import { ElectorsRepository } from './electors.repository.js';

/** An entry on the roll that may be the same person. */
export interface LikelyElector {
  readonly elector: string;
  /** Whether an account is linked to it already. */
  readonly linked: boolean;
  readonly likenesses: ReadonlySet<Likeness>;
}

/** There is one ballot paper for the whole of a round, so there is one style. */
export const STYLE = 'all';

/** Puts people on the roll, each of them once. Always under the lock of the round. */
@Injectable()
export class ElectorIntake {
  constructor(
    private readonly electors: ElectorsRepository,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws NotEntitled when the name or the house says nothing that can be compared */
  keysOf(details: PersonDetails, election: string): MatchKey[] {
    const keys = matchKeys(details, election, this.config.rollPepper);
    if (keys.length === 0) {
      throw new NotEntitled('roll.details-unfit', 'Give a full name and the number or name of the house.');
    }
    return keys;
  }

  /** The digest that stands for one person: name, date of birth and home. */
  personDigest(keys: readonly MatchKey[]): Buffer {
    const person = keys.find(({ likeness }) => likeness === 'person');
    if (!person) throw new Error('match keys without a person');
    return person.digest;
  }

  /** Whether somebody of these keys was taken off this roll. */
  async wasRemoved(election: string, keys: readonly MatchKey[], manager?: EntityManager): Promise<boolean> {
    const digests = keys.map(({ digest }) => digest);
    return (await this.electors.removed(election, digests, manager)).size > 0;
  }

  async likely(
    election: string,
    keys: readonly MatchKey[],
    manager?: EntityManager,
  ): Promise<LikelyElector[]> {
    const found = new Map<string, { elector: string; linked: boolean; likenesses: Set<Likeness> }>();
    const digests = keys.map(({ digest }) => digest);
    for (const { elector, linked, likeness } of await this.electors.matches(election, digests, manager)) {
      const one = found.get(elector) ?? { elector, linked, likenesses: new Set() };
      one.likenesses.add(likeness);
      found.set(elector, one);
    }
    return [...found.values()];
  }

  /**
   * The entry for somebody whose claim is accepted: the one they already have without an account, or a new one.
   *
   * @param sameAs an entry the officer holds to be the same person
   * @param upload the file whose line it is
   * @throws DuplicateElector when that entry is somebody's account | ElectorUnknown
   */
  async entryFor(
    election: string,
    keys: readonly MatchKey[],
    sameAs: string | undefined,
    manager: EntityManager,
    upload?: string | null,
  ): Promise<string> {
    const likely = await this.likely(election, keys, manager);
    const certain = likely.find(({ likenesses }) => likenesses.has('person'));
    const chosen = sameAs === undefined ? certain : likely.find(({ elector }) => elector === sameAs);
    if (sameAs !== undefined && !chosen) throw new ElectorUnknown();
    if (chosen?.linked || (certain && certain !== chosen)) throw new DuplicateElector();
    if (chosen) return chosen.elector;

    const elector = randomUUID();
    await this.electors.add(election, [{ elector, style: STYLE, keys }], manager, upload);
    return elector;
  }
}
