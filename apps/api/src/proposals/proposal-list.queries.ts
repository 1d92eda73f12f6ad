import { Injectable } from '@nestjs/common';

import type { CurrentUser } from '../identity/index.js';
import { Places } from '../places/index.js';
import { Rounds, RoundUnknown } from '../rounds/index.js';
import {
  type Facets,
  type Pin,
  type ProposalFilter,
  ProposalListRepository,
  type ProposalSort,
} from './proposal-list.repository.js';
import { type Named, ProposalNames } from './proposal-names.js';
import type { ProposalState } from './proposal-states.js';
import type { ProposalSummary } from './proposal.js';
import { SignInNeeded } from './proposals.errors.js';

/** Which proposals a reader asks for, in the words of an address. */
export interface Asked {
  readonly round?: string;
  readonly place?: string;
  readonly category?: string;
  readonly state?: readonly ProposalState[];
  readonly q?: string;
  readonly mine?: 'authored' | 'following';
}

/** Lists of proposals and the map. */
@Injectable()
export class ProposalListQueries {
  constructor(
    private readonly lists: ProposalListRepository,
    private readonly names: ProposalNames,
    private readonly rounds: Rounds,
    private readonly places: Places,
  ) {}

  /** @throws SignInNeeded when a stranger asks for their own */
  async list(
    user: CurrentUser | undefined,
    asked: Asked & { sort: ProposalSort; page: number; pageSize: number },
  ): Promise<Facets & { items: Named<ProposalSummary>[] }> {
    const filter = await this.filterOf(user, asked);
    if (!filter) return { items: [], total: 0, categories: [], states: [] };
    const [found, facets] = await Promise.all([
      this.lists.page(filter, asked.sort, asked.page, asked.pageSize),
      this.lists.facets(filter),
    ]);
    return { items: await this.names.named(found), ...facets };
  }

  /** @throws SignInNeeded when a stranger asks for their own */
  async pins(user: CurrentUser | undefined, asked: Asked): Promise<Pin[]> {
    const filter = await this.filterOf(user, asked);
    return filter ? this.lists.pins(filter) : [];
  }

  /** `undefined` when nothing can be found: an unknown round or place. */
  private async filterOf(
    user: CurrentUser | undefined,
    { round, place, category, state, q, mine }: Asked,
  ): Promise<ProposalFilter | undefined> {
    if (mine && !user) throw new SignInNeeded();
    const [roundId, placeIds] = await Promise.all([
      round === undefined ? undefined : this.roundId(round),
      place === undefined ? undefined : this.places.idsWithin(place),
    ]);
    if (roundId === null || placeIds?.length === 0) return undefined;
    return {
      roundId,
      placeIds,
      category,
      states: state,
      q: q?.trim() || undefined,
      mine: mine && user && { personId: user.id, as: mine },
    };
  }

  private async roundId(slug: string): Promise<string | null> {
    try {
      return (await this.rounds.bySlug(slug)).id;
    } catch (refusal) {
      if (refusal instanceof RoundUnknown) return null;
      throw refusal;
    }
  }
}
