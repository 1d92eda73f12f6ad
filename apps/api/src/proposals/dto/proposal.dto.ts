import { ApiProperty } from '@nestjs/swagger';

import { HistoryEntryDto } from '../../rounds/index.js';
import type { ProposalPage } from '../proposals.queries.js';
import { ModerationMarkDto } from './moderation.dto.js';
import { ProposalSummaryDto } from './proposal-summary.dto.js';

export class ProposalOutcomeDto {
  @ApiProperty()
  funded: boolean;

  @ApiProperty({ description: 'Why, in plain words.' })
  sentence: string;

  @ApiProperty({ format: 'uuid' })
  countId: string;
}

export class ProposalMineDto {
  @ApiProperty()
  author: boolean;

  @ApiProperty()
  supported: boolean;

  @ApiProperty()
  following: boolean;
}

export class ProposalDto extends ProposalSummaryDto {
  @ApiProperty()
  body: string;

  @ApiProperty({ type: [HistoryEntryDto], description: 'Oldest first.' })
  history: HistoryEntryDto[];

  @ApiProperty({ type: [String], description: 'Those who joined whoever began it.' })
  coAuthorLabels: string[];

  @ApiProperty({ type: 'integer', description: 'Sent back with every change of the text.' })
  version: number;

  @ApiProperty({ type: 'integer', nullable: true })
  votes: number | null;

  @ApiProperty({ type: ProposalOutcomeDto, nullable: true })
  outcome: ProposalOutcomeDto | null;

  @ApiProperty({ type: String, nullable: true, example: 'D-1' })
  decisionNumber: string | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Number of the proposal it went into.' })
  mergedInto: number | null;

  @ApiProperty({ type: ProposalMineDto, nullable: true, description: 'null when signed out.' })
  mine: ProposalMineDto | null;

  @ApiProperty({ type: ModerationMarkDto, nullable: true })
  moderation: ModerationMarkDto | null;

  static of(page: ProposalPage): ProposalDto {
    const { proposal, history, coAuthorLabels, mine } = page;
    return {
      ...ProposalSummaryDto.ofNamed(page),
      body: proposal.body,
      history: history.map(HistoryEntryDto.of),
      coAuthorLabels: [...coAuthorLabels],
      version: proposal.version,
      votes: proposal.votes,
      outcome: proposal.outcome && {
        funded: proposal.outcome.funded,
        sentence: proposal.outcome.sentence,
        countId: proposal.outcome.countId,
      },
      decisionNumber: proposal.decisionNumber,
      mergedInto: proposal.mergedInto,
      mine: mine && { author: mine.author, supported: mine.supported, following: mine.following },
      moderation: ModerationMarkDto.of(proposal),
    };
  }
}
