import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';

import { OneLine } from '../../platform/http/index.js';

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export class StartDecisionDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  countId: string;
}

export class WriteDecisionItemDto {
  @ApiProperty({ type: 'integer' })
  @IsInt()
  proposalNumber: number;

  @ApiProperty({ maxLength: 2000 })
  @IsString()
  @MaxLength(2000)
  reason: string;
}

export class WriteDecisionDto {
  @ApiProperty({ minLength: 1, maxLength: 300 })
  @OneLine()
  @IsString()
  @Length(1, 300)
  title: string;

  @ApiProperty({ maxLength: 2000 })
  @IsString()
  @MaxLength(2000)
  summary: string;

  @ApiProperty({ maxLength: 20_000 })
  @IsString()
  @MaxLength(20_000)
  reasons: string;

  @ApiProperty({
    maxLength: 10_000,
    description: 'Who gains, who may feel passed over, how fairness is shown.',
  })
  @IsString()
  @MaxLength(10_000)
  fairness: string;

  @ApiProperty({ maxLength: 5000 })
  @IsString()
  @MaxLength(5000)
  whatNext: string;

  @ApiPropertyOptional({ type: [WriteDecisionItemDto], description: 'Only those whose reason changes.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(2000)
  @ArrayUnique((item: WriteDecisionItemDto) => item?.proposalNumber)
  @ValidateNested({ each: true })
  @Type(() => WriteDecisionItemDto)
  items?: WriteDecisionItemDto[];
}

export class CorrectDecisionDto extends WriteDecisionDto {
  @ApiProperty({ minLength: 3, maxLength: 1000, description: 'What was corrected and why.' })
  @IsString()
  @Length(3, 1000)
  note: string;
}

export class WriteAimDto {
  @ApiProperty({ example: '3.3' })
  @Matches(/^[1-5]\.[1-9]$/)
  indicatorCode: string;

  @ApiProperty({ enum: ['up', 'down'], enumName: 'AimDirection' })
  @IsIn(['up', 'down'])
  direction: 'up' | 'down';

  @ApiProperty({ minimum: 0.1, maximum: 100, description: 'Percentage points.' })
  @IsNumber({ maxDecimalPlaces: 1 })
  @Min(0.1)
  @Max(100)
  sizePoints: number;

  @ApiProperty({ minLength: 3, maxLength: 300 })
  @IsString()
  @Length(3, 300)
  population: string;

  @ApiProperty()
  @Matches(SLUG)
  placeSlug: string;

  @ApiProperty({ format: 'date' })
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  @IsISO8601({ strict: true })
  dueOn: string;

  @ApiProperty({ minLength: 3, maxLength: 1000, description: 'How it is meant to work, in one sentence.' })
  @IsString()
  @Length(3, 1000)
  mechanism: string;

  @ApiProperty({ type: [String], description: 'Places to compare with, named before the reading.' })
  @IsArray()
  @ArrayMaxSize(40)
  @ArrayUnique()
  @Matches(SLUG, { each: true })
  comparisonPlaceSlugs: string[];
}
