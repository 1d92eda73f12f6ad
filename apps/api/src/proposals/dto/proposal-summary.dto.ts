import { ApiProperty } from '@nestjs/swagger';

import { PlaceRefDto } from '../../places/index.js';
import { PROPOSAL_STATES, type ProposalState } from '../proposal-states.js';
import type { ProposalSummary } from '../proposal.js';
import type { Named } from '../proposal-names.js';

export class RoundRefDto {
  @ApiProperty()
  slug: string;

  @ApiProperty()
  title: string;
}

export class ProposalSummaryDto {
  @ApiProperty({ type: 'integer', description: 'Its one name, from idea to finished project.' })
  number: number;

  @ApiProperty()
  title: string;

  @ApiProperty()
  summary: string;

  @ApiProperty()
  round: RoundRefDto;

  @ApiProperty()
  place: PlaceRefDto;

  @ApiProperty({ type: String, nullable: true })
  category: string | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'What the author thinks it costs.' })
  estimatePence: number | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'What the review says it costs.' })
  costPence: number | null;

  @ApiProperty({ example: 'GBP' })
  currency: string;

  @ApiProperty({ enum: PROPOSAL_STATES, enumName: 'ProposalState' })
  state: ProposalState;

  @ApiProperty({ type: 'integer' })
  supports: number;

  @ApiProperty({ type: 'integer' })
  comments: number;

  @ApiProperty({ type: Number, nullable: true, description: 'Degrees.' })
  latitude: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Degrees.' })
  longitude: number | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  submittedAt: string | null;

  @ApiProperty({ description: 'Display name, or Young member, or where it was imported from.' })
  authorLabel: string;

  @ApiProperty({ description: 'Whether its round is made up for a demonstration.' })
  invented: boolean;

  static ofNamed({ proposal, round, place, authorLabel }: Named<ProposalSummary>): ProposalSummaryDto {
    return {
      number: proposal.number,
      title: proposal.title,
      summary: proposal.summary,
      round: { slug: round.slug, title: round.title },
      place: PlaceRefDto.of(place),
      category: proposal.category,
      estimatePence: proposal.estimatePence,
      costPence: proposal.costPence,
      currency: proposal.currency,
      state: proposal.state,
      supports: proposal.supports,
      comments: proposal.comments,
      latitude: proposal.latitude,
      longitude: proposal.longitude,
      submittedAt: proposal.submittedAt?.toISOString() ?? null,
      authorLabel,
      invented: round.invented,
    };
  }
}
