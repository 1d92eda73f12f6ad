import { Injectable } from '@nestjs/common';

import type { RoundDecision } from '../decisions/index.js';
import { type CurrentUser, PersonLabels } from '../identity/index.js';
import { type Told, ToldOfDecision } from '../notices/index.js';
import type { ProposedOutcomeDto, PublishedOutcomeDto } from './dto/outcome.dto.js';
import type { Outcome } from './outcome.js';
import { OutcomesRepository } from './outcomes.repository.js';

/** Who said yes to what, by role and name, and who hears of it, in numbers. */
@Injectable()
export class ShownOutcome {
  constructor(
    private readonly labels: PersonLabels,
    private readonly outcomes: OutcomesRepository,
    private readonly told: ToldOfDecision,
  ) {}

  expected(roundId: string, proposalNumbers: readonly number[]): Promise<Told> {
    return this.told.expected(roundId, proposalNumbers);
  }

  /** @param digest of what would be published now */
  async proposed(
    { proposedBy, proposedAt, previewSha256 }: Outcome,
    user: CurrentUser,
    digest: string | undefined,
  ): Promise<ProposedOutcomeDto> {
    const [by = ''] = await this.names([proposedBy]);
    const at = proposedAt.toISOString();
    return { by, at, mine: proposedBy === user.id, stale: previewSha256 !== digest };
  }

  /** @param outcome none for a decision of before there had to be two officers */
  async published(
    { id, roundId, publishedAt }: RoundDecision,
    outcome: Outcome | undefined,
  ): Promise<PublishedOutcomeDto> {
    const officers = outcome?.confirmedBy ? [outcome.proposedBy, outcome.confirmedBy] : [];
    const [by, letters, sent] = await Promise.all([
      this.names(officers),
      this.outcomes.lettersSent(id),
      this.told.sent(roundId),
    ]);
    return { at: publishedAt?.toISOString() ?? '', by, letters, told: outcome?.told ?? null, sent };
  }

  private async names(personIds: readonly string[]): Promise<string[]> {
    const labels = await this.labels.of(personIds);
    return personIds.map((id) => `Officer ${labels.get(id) ?? ''}`.trim());
  }
}
