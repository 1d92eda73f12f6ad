import { Injectable } from '@nestjs/common';

import type { CurrentUser } from '../identity/index.js';
import { AuthorsRepository } from './authors/authors.repository.js';
import { ContributionsRepository } from './contributions.repository.js';
import { ProposalActs } from './proposal-acts.js';
import { type LabelledComment, type Named, ProposalNames } from './proposal-names.js';
import type { Proposal, ProposalEvent } from './proposal.js';
import { ProposalUnknown } from './proposals.errors.js';
import { asReadBy, commentAsReadBy } from './as-read-by.js';
import { ProposalsRepository } from './proposals.repository.js';

export interface ProposalPage extends Named<Proposal> {
  readonly history: readonly ProposalEvent[];
  /** Those who joined whoever began it. */
  readonly coAuthorLabels: readonly string[];
  readonly mine: { author: boolean; supported: boolean; following: boolean } | null;
}

/** One proposal with everything its page shows. */
@Injectable()
export class ProposalsQueries {
  constructor(
    private readonly proposals: ProposalsRepository,
    private readonly contributions: ContributionsRepository,
    private readonly acts: ProposalActs,
    private readonly names: ProposalNames,
    private readonly authors: AuthorsRepository,
  ) {}

  /** @throws ProposalUnknown, also for somebody else's draft */
  async page(user: CurrentUser | undefined, number: number): Promise<ProposalPage> {
    const proposal = asReadBy(user, await this.acts.readable(number, user));
    const [[named], history, authors, mine] = await Promise.all([
      this.names.named([proposal]),
      this.proposals.history(number),
      this.authors.of(number),
      user ? this.contributions.ofPerson(number, user.id) : null,
    ]);
    if (!named) throw new ProposalUnknown();
    const others = authors.filter(({ lead }) => !lead).map(({ personId }) => personId);
    return {
      ...named,
      history,
      coAuthorLabels: await this.names.labelsOf(others),
      mine: mine && { author: authors.some(({ personId }) => personId === user?.id), ...mine },
    };
  }

  /** @throws ProposalUnknown */
  async comments(user: CurrentUser | undefined, number: number): Promise<LabelledComment[]> {
    await this.acts.readable(number, user);
    const comments = await this.contributions.comments(number, user?.id ?? null);
    return this.names.labelled(comments.map((comment) => commentAsReadBy(user, comment)));
  }
}
