import { Injectable } from '@nestjs/common';

import { type CurrentUser, PersonLabels } from '../../identity/index.js';
import { ProposalActs } from '../proposal-acts.js';
import { InvitationSpent, ProposalUnknown } from '../proposals.errors.js';
import { ProposalsRepository } from '../proposals.repository.js';
import { AuthorsRepository } from './authors.repository.js';

export interface LabelledAuthor {
  readonly label: string;
  readonly lead: boolean;
  readonly you: boolean;
}

export interface AuthorsPage {
  readonly authors: readonly LabelledAuthor[];
  /** Who wants to take the proposal back, once one of several does. */
  readonly withdrawal: { readonly agreed: number; readonly of: number; readonly you: boolean } | null;
}

/** Who wrote a proposal, for its authors and for whoever holds a link to join them. */
@Injectable()
export class AuthorsQueries {
  constructor(
    private readonly acts: ProposalActs,
    private readonly proposals: ProposalsRepository,
    private readonly authors: AuthorsRepository,
    private readonly labels: PersonLabels,
  ) {}

  /** @throws ProposalUnknown | ProposalNotYours */
  async page(user: CurrentUser, number: number): Promise<AuthorsPage> {
    await this.acts.ofAuthor(number, user);
    const [authors, wishes] = await Promise.all([this.authors.of(number), this.authors.wishes(number)]);
    const labels = await this.labels.of(authors.map(({ personId }) => personId));
    const here = authors.filter(({ gone }) => !gone);
    const agreed = here.filter(({ personId }) => wishes.has(personId)).length;
    return {
      authors: authors.map(({ personId, lead }) => ({
        label: labels.get(personId) ?? '',
        lead,
        you: personId === user.id,
      })),
      withdrawal: agreed > 0 ? { agreed, of: here.length, you: wishes.has(user.id) } : null,
    };
  }

  /** What somebody with a link is asked to join. @throws InvitationSpent */
  async invitation(token: string): Promise<{ number: number; title: string; summary: string }> {
    const invitation = await this.authors.invitation(token);
    if (!invitation || invitation.spent) throw new InvitationSpent();
    const proposal = await this.proposals.byNumber(invitation.proposalNumber);
    if (!proposal) throw new ProposalUnknown();
    const { number, title, summary } = proposal;
    return { number, title, summary };
  }
}
