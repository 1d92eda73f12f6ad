import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';

import { type PlaceRef, PlaceRefDto } from '../../places/index.js';
import { FUNDED_STATES, type FundedProposal, type FundedState } from '../../proposals/index.js';
import type { RoundNow } from '../../rounds/index.js';
import type { Progress } from '../delivery.js';
import { MoneyDto } from './money.dto.js';

export class DeliveriesQueryDto {
  @ApiPropertyOptional({ description: 'Slug of a place: it and what lies below it.' })
  @IsOptional()
  @IsString()
  @Length(1, 100)
  place?: string;

  @ApiPropertyOptional({ description: 'Slug of a round.' })
  @IsOptional()
  @IsString()
  @Length(1, 100)
  round?: string;

  @ApiPropertyOptional({ enum: FUNDED_STATES, enumName: 'FundedState' })
  @IsOptional()
  @IsIn(FUNDED_STATES)
  state?: FundedState;

  @ApiPropertyOptional({ description: 'Only what is slipped, overdue, quiet or not begun.' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  attention?: boolean;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: 100,
    description: 'How many at most, newest first; `money` stays the sum over all.',
  })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit?: number;
}

export class DeliveryRoundDto {
  @ApiProperty() slug: string;
  @ApiProperty() title: string;
}

export class NextMilestoneDto {
  @ApiProperty() title: string;
  @ApiProperty({ format: 'date' }) forecastOn: string;
}

export class DeliverySummaryDto {
  @ApiProperty({ type: 'integer' }) number: number;
  @ApiProperty() title: string;
  @ApiProperty({ enum: FUNDED_STATES, enumName: 'FundedState' }) state: FundedState;
  @ApiProperty({ type: DeliveryRoundDto }) round: DeliveryRoundDto;
  @ApiProperty() invented: boolean;
  @ApiProperty({ type: PlaceRefDto }) place: PlaceRefDto;
  @ApiProperty({ type: String, nullable: true }) ownerBody: string | null;
  @ApiProperty({ description: 'A milestone will be reached later than planned.' }) slipped: boolean;
  @ApiProperty({ description: 'A forecast has passed.' }) overdue: boolean;
  @ApiProperty({ description: 'Nothing was heard for 60 days.' }) quiet: boolean;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) heardAt: string | null;
  @ApiProperty({ type: NextMilestoneDto, nullable: true }) next: NextMilestoneDto | null;
  @ApiProperty({ type: 'integer' }) milestonesDone: number;
  @ApiProperty({ type: 'integer' }) milestones: number;
  @ApiProperty({ type: 'integer' }) budgetPence: number;
  @ApiProperty({ type: 'integer' }) paidPence: number;
  @ApiProperty({ example: 'GBP' }) currency: string;

  static of(
    proposal: FundedProposal,
    round: Pick<RoundNow, 'slug' | 'title' | 'invented'>,
    place: PlaceRef,
    progress: Progress | undefined,
  ): DeliverySummaryDto {
    return {
      number: proposal.number,
      title: proposal.title,
      state: proposal.state,
      round: { slug: round.slug, title: round.title },
      invented: round.invented,
      place: PlaceRefDto.of(place),
      ownerBody: progress?.ownerBody ?? null,
      slipped: progress?.slipped ?? false,
      overdue: progress?.overdue ?? false,
      quiet: progress?.quiet ?? false,
      heardAt: progress?.heardAt.toISOString() ?? null,
      next: progress?.next ?? null,
      milestonesDone: progress?.done ?? 0,
      milestones: progress?.milestones ?? 0,
      budgetPence: proposal.costPence,
      paidPence: progress?.paidPence ?? 0,
      currency: proposal.currency,
    };
  }
}

export class DeliveryListDto {
  @ApiProperty({ type: [DeliverySummaryDto], description: 'At most 1,000.' }) items: DeliverySummaryDto[];
  @ApiProperty({ type: MoneyDto, description: 'Of every project under the filters, whole pence of pounds.' })
  money: MoneyDto;
}

export class FundedStateCountDto {
  @ApiProperty({ enum: FUNDED_STATES, enumName: 'FundedState' }) value: FundedState;
  @ApiProperty({ type: 'integer' }) count: number;
}

export class RoundDeliveryDto {
  @ApiProperty({ type: 'integer' }) projects: number;
  @ApiProperty({ type: [FundedStateCountDto] }) states: FundedStateCountDto[];
  @ApiProperty({ type: 'integer' }) slipped: number;
  @ApiProperty({ example: 'GBP' }) currency: string;
  @ApiProperty({ type: MoneyDto }) money: MoneyDto;
}
