import { Injectable } from '@nestjs/common';

import type { CurrentUser } from '../../identity/index.js';
import { Places } from '../../places/index.js';
import { Rounds, RoundUnknown } from '../../rounds/index.js';
import { ProposalActs } from '../proposal-acts.js';
import { type Named, ProposalNames } from '../proposal-names.js';
import type { ProposalSummary } from '../proposal.js';
import { type Likeness, type Similar, SimilarRepository } from './similar.repository.js';

const MOST = 5;

export interface NamedSimilar extends Named<ProposalSummary>, Similar {}

/** What is being written, in the words of an address. */
export interface Written {
  readonly title: string;
  readonly summary?: string;
  readonly round: string;
  readonly place?: string;
  readonly category?: string;
  readonly except?: number;
}

/** Public proposals of the same round that are like one, with the reasons. */
@Injectable()
export class SimilarProposals {
  constructor(
    private readonly similar: SimilarRepository,
    private readonly acts: ProposalActs,
    private readonly names: ProposalNames,
    private readonly rounds: Rounds,
    private readonly places: Places,
  ) {}

  /** While somebody writes. @throws RoundUnknown | PlaceUnknown */
  async toText({ title, summary = '', round, place, category, except }: Written): Promise<NamedSimilar[]> {
    const { id: roundId, state } = await this.rounds.bySlug(round);
    if (state === 'draft') throw new RoundUnknown();
    const placeId = place === undefined ? undefined : (await this.places.bySlug(place)).id;
    return this.named({ title, summary, roundId, placeId, category, except });
  }

  /** @throws ProposalUnknown, also for somebody else's draft */
  async toProposal(user: CurrentUser | undefined, number: number): Promise<NamedSimilar[]> {
    const { title, summary, roundId, placeId, category } = await this.acts.readable(number, user);
    return this.named({ title, summary, roundId, placeId, category: category ?? undefined, except: number });
  }

  private async named(likeness: Likeness): Promise<NamedSimilar[]> {
    const found = await this.similar.like(likeness, MOST);
    const named = await this.names.named(found.map(({ proposal }) => proposal));
    const by = new Map(named.map((one) => [one.proposal.number, one]));
    return found.flatMap((one) => {
      const names = by.get(one.proposal.number);
      return names ? [{ ...one, ...names }] : [];
    });
  }
}
