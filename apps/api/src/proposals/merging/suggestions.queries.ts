import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import type { CurrentUser } from '../../identity/index.js';
import { ProposalActs } from '../proposal-acts.js';
import { type Named, ProposalNames } from '../proposal-names.js';
import type { Proposal } from '../proposal.js';
import { ProposalsRepository } from '../proposals.repository.js';
import { JoiningRepository } from './joining.repository.js';
import { goneCountsFrom, numbersOf, type Suggestion } from './suggestion.js';
import { SuggestionUnknown } from './suggestions.errors.js';
import { SuggestionsRepository } from './suggestions.repository.js';

export interface SuggestionPage {
  readonly suggestion: Suggestion;
  readonly proposal: Named<Proposal>;
  readonly into: Named<Proposal> | null;
  /** Of a split that was carried out: the proposals that came of it. */
  readonly partNumbers: readonly number[];
  readonly supportersTogether: number | null;
  readonly consent: { agreed: number; of: number; gone: number; goneCountsFrom: Date };
  readonly mine: { asked: boolean; agrees: boolean | null; suggested: boolean } | null;
}

/** Suggestions with both texts and how far consent has come: numbers, never who. */
@Injectable()
export class SuggestionsQueries {
  constructor(
    private readonly database: DataSource,
    private readonly suggestions: SuggestionsRepository,
    private readonly joining: JoiningRepository,
    private readonly acts: ProposalActs,
    private readonly names: ProposalNames,
    private readonly proposals: ProposalsRepository,
  ) {}

  /** @throws SuggestionUnknown */
  async one(user: CurrentUser | undefined, id: string): Promise<SuggestionPage> {
    const suggestion = await this.suggestions.byId(id);
    const page = suggestion && (await this.page(user, suggestion));
    if (!page) throw new SuggestionUnknown();
    return page;
  }

  /** @throws ProposalUnknown, also for somebody else's draft */
  async ofProposal(user: CurrentUser | undefined, number: number): Promise<SuggestionPage[]> {
    await this.acts.readable(number, user);
    return this.pages(user, await this.suggestions.ofProposal(number));
  }

  async waitingFor(user: CurrentUser): Promise<SuggestionPage[]> {
    return this.pages(user, await this.suggestions.waitingFor(user.id));
  }

  private async pages(
    user: CurrentUser | undefined,
    found: readonly Suggestion[],
  ): Promise<SuggestionPage[]> {
    const pages = await Promise.all(found.map((suggestion) => this.page(user, suggestion)));
    return pages.filter((page) => page !== undefined);
  }

  private async page(
    user: CurrentUser | undefined,
    suggestion: Suggestion,
  ): Promise<SuggestionPage | undefined> {
    const { id, number, kind } = suggestion;
    const read = await Promise.all(numbersOf(suggestion).map((one) => this.proposals.byNumber(one)));
    const asked = await this.suggestions.asked(id);
    const me = asked.find(({ personId }) => personId !== null && personId === user?.id);
    // What a moderator has yet to read, or has hidden, is for its own authors alone, not for those of the other.
    for (const one of read)
      if (!one || (one.shown !== 'yes' && !(await this.acts.isAuthor(one, user)))) return undefined;
    const named = await this.names.named(read.filter((one) => one !== undefined));
    const by = new Map(named.map((one) => [one.proposal.number, one]));
    const proposal = by.get(number);
    if (!proposal) return undefined;
    const merge = kind === 'merge' ? suggestion : null;
    const split = kind === 'split' && suggestion.state === 'done';
    return {
      suggestion,
      proposal,
      into: merge ? (by.get(merge.into) ?? null) : null,
      partNumbers: split ? await this.proposals.splitFrom(number) : [],
      supportersTogether: merge
        ? await this.joining.supportersTogether(number, merge.into, this.database.manager)
        : null,
      consent: {
        agreed: asked.filter(({ agrees }) => agrees === true).length,
        of: asked.length,
        gone: asked.filter(({ gone, agrees }) => gone && agrees === null).length,
        goneCountsFrom: goneCountsFrom(suggestion.at),
      },
      mine: user
        ? {
            asked: me !== undefined,
            agrees: me?.agrees ?? null,
            suggested: suggestion.suggestedBy === user.id,
          }
        : null,
    };
  }
}
