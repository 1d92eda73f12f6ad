import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
} from 'class-validator';

import { OneLine } from '../../platform/http/index.js';
import type { Ending, SpendKind } from '../delivery.js';

const MOST_PENCE = 1_000_000_000_000;

const words = (least: number, most: number): PropertyDecorator =>
  applyDecorators(IsString(), Length(least, most));
const line = (least: number, most: number): PropertyDecorator =>
  applyDecorators(OneLine(), IsString(), Length(least, most));
const day = (): PropertyDecorator =>
  applyDecorators(Matches(/^\d{4}-\d{2}-\d{2}$/), IsISO8601({ strict: true }));

export class NameOwnerDto {
  @ApiProperty({ minLength: 2, maxLength: 120, description: 'An organisation or department; no person.' })
  @line(2, 120)
  ownerBody: string;

  @ApiProperty({ minLength: 2, maxLength: 200, description: 'An office; no private address or number.' })
  @line(2, 200)
  contactOffice: string;
}

export class PlanMilestoneDto {
  @ApiProperty({ minLength: 3, maxLength: 120 })
  @line(3, 120)
  title: string;

  @ApiProperty({ format: 'date' })
  @day()
  plannedOn: string;
}

export class ForecastMilestoneDto {
  @ApiProperty({ format: 'date' })
  @day()
  forecastOn: string;

  @ApiPropertyOptional({ minLength: 10, maxLength: 1000, description: 'Needed for a later day; public.' })
  @IsOptional()
  @words(10, 1000)
  reason?: string;
}

export class FinishMilestoneDto {
  @ApiProperty({ format: 'date' })
  @day()
  doneOn: string;

  @ApiPropertyOptional({ minLength: 10, maxLength: 1000, description: 'Needed after its forecast; public.' })
  @IsOptional()
  @words(10, 1000)
  reason?: string;
}

export class EnterSpendDto {
  @ApiProperty({ enum: ['committed', 'paid'], enumName: 'SpendKind' })
  @IsIn(['committed', 'paid'])
  kind: SpendKind;

  @ApiProperty({ type: 'integer', minimum: 1 })
  @IsInt()
  @Min(1)
  @Max(MOST_PENCE)
  amountPence: number;

  @ApiProperty({ format: 'date' })
  @day()
  spentOn: string;

  @ApiProperty({ minLength: 2, maxLength: 120, description: 'An organisation; no person.' })
  @line(2, 120)
  payee: string;

  @ApiProperty({ minLength: 3, maxLength: 200 })
  @line(3, 200)
  whatFor: string;

  @ApiProperty()
  @IsBoolean()
  local: boolean;

  @ApiProperty()
  @IsBoolean()
  social: boolean;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    minLength: 10,
    maxLength: 1000,
    description: 'Needed where more is promised or paid than was decided; public.',
  })
  @IsOptional()
  @words(10, 1000)
  overReason: string | null = null;
}

export class CorrectSpendDto extends EnterSpendDto {
  @ApiProperty({ type: 'integer', minimum: 0, description: '0 takes it out.' })
  @IsInt()
  @Min(0)
  @Max(MOST_PENCE)
  declare amountPence: number;

  @ApiProperty({ minLength: 10, maxLength: 1000, description: 'Public.' })
  @words(10, 1000)
  reason: string;
}

export class TellUpdateDto {
  @ApiProperty({ minLength: 10, maxLength: 4000, description: 'Plain text.' })
  @words(10, 4000)
  words: string;
}

export class EndDeliveryDto {
  @ApiProperty({ enum: ['delivered', 'stopped'], enumName: 'DeliveryEnding' })
  @IsIn(['delivered', 'stopped'])
  ending: Ending;

  @ApiProperty({ minLength: 20, maxLength: 3000, example: 'Six benches stand along the canal.' })
  @words(20, 3000)
  outcome: string;

  @ApiProperty({ minLength: 5, maxLength: 2000 })
  @words(5, 2000)
  differentNow: string;

  @ApiProperty({ minLength: 5, maxLength: 2000 })
  @words(5, 2000)
  notDone: string;
}
