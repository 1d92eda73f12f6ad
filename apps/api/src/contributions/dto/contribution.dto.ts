import { ApiProperty } from '@nestjs/swagger';

import type { Contribution } from '../contributions.repository.js';
import {
  CONTRIBUTION_KINDS,
  type ContributionKind,
  type Standing,
  STANDINGS,
  standpointOf,
} from '../fate.js';

export class ContributionDto {
  @ApiProperty({ enum: CONTRIBUTION_KINDS, enumName: 'ContributionKind' }) kind: ContributionKind;
  @ApiProperty({ format: 'date-time', description: 'Of a vote always the moment it closed.' }) since: string;
  @ApiProperty({ type: 'integer', nullable: true }) proposalNumber: number | null;
  @ApiProperty({ type: String, nullable: true }) proposalTitle: string | null;
  @ApiProperty() roundSlug: string;
  @ApiProperty() roundTitle: string;
  @ApiProperty({ type: String, nullable: true, example: 'D-1' }) decisionNumber: string | null;
  @ApiProperty({ type: 'integer', nullable: true }) mergedInto: number | null;
  @ApiProperty({ enum: STANDINGS, enumName: 'Standing', description: 'What has become of it.' })
  standing: Standing;
  @ApiProperty({ description: 'Whether there is an answer.' }) answered: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'In plain words.' }) reason: string | null;

  static of(contribution: Contribution): ContributionDto {
    const { kind, since, proposalNumber, proposalTitle, roundSlug, roundTitle, ...rest } = contribution;
    return {
      kind,
      since: since.toISOString(),
      proposalNumber,
      proposalTitle,
      roundSlug,
      roundTitle,
      decisionNumber: rest.decisionNumber,
      mergedInto: rest.mergedInto,
      ...standpointOf(kind, contribution),
    };
  }
}

export class OpenByAgeDto {
  @ApiProperty({ type: 'integer', description: 'At least so many days old.' }) fromDays: number;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Less than so many.' }) toDays: number | null;
  @ApiProperty({ type: 'integer' }) count: number;
}

export class OpenByRoundDto {
  @ApiProperty() slug: string;
  @ApiProperty() title: string;
  @ApiProperty({ type: 'integer' }) count: number;
  @ApiProperty({ type: 'integer', description: 'Age of the oldest.' }) oldestDays: number;
  @ApiProperty({ description: 'The vote closed more than 30 days ago.' }) overdue: boolean;
}

/** What people gave that nothing has become of yet. */
export class OpenContributionsDto {
  @ApiProperty({ type: 'integer' }) count: number;
  @ApiProperty({
    type: 'integer',
    description: 'Of those: in rounds whose vote closed more than 30 days ago.',
  })
  overdue: number;
  @ApiProperty({ type: 'integer', nullable: true }) oldestDays: number | null;
  @ApiProperty({ type: [OpenByAgeDto] }) ages: OpenByAgeDto[];
  @ApiProperty({ type: [OpenByRoundDto], description: 'Oldest first.' }) rounds: OpenByRoundDto[];
}
