import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsDefined,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';

import { OneLine } from '../../platform/http/index.js';
import { BALLOT_STYLES, type BallotStyle } from '../round.js';
import { EligibilityDto, PhaseDto, PotDto } from './round-parts.dto.js';
import { RuleSpecDto } from './rule-spec.dto.js';

export class WriteRoundDto {
  @ApiProperty({ minLength: 5, maxLength: 120 })
  @OneLine()
  @IsString()
  @Length(5, 120)
  title: string;

  @ApiProperty({ minLength: 20, maxLength: 300 })
  @IsString()
  @Length(20, 300)
  summary: string;

  @ApiProperty({ maxLength: 20_000 })
  @IsString()
  @MaxLength(20_000)
  description: string;

  @ApiProperty()
  @IsString()
  @Length(1, 100)
  placeSlug: string;

  @ApiProperty({ type: [PotDto], description: 'Together they are the budget.' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => PotDto)
  pots: PotDto[];

  @ApiProperty({ type: [PhaseDto], description: 'In order; delivering may be left out.' })
  @IsArray()
  @ArrayMaxSize(5)
  @ValidateNested({ each: true })
  @Type(() => PhaseDto)
  phases: PhaseDto[];

  @ApiProperty()
  @IsDefined()
  @ValidateNested()
  @Type(() => EligibilityDto)
  eligibility: EligibilityDto;

  @ApiProperty({ enum: BALLOT_STYLES, enumName: 'BallotStyle' })
  @IsIn(BALLOT_STYLES)
  ballotStyle: BallotStyle;

  @ApiPropertyOptional({ type: 'integer', minimum: 1 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1000)
  minChoices?: number;

  @ApiPropertyOptional({ type: 'integer', minimum: 1 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1000)
  maxChoices?: number;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, description: 'Only for ballots with points.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(10_000)
  pointsPerBallot?: number;

  /** Only its being an object is checked here: which parameters there are is the rule's to say. */
  @ApiProperty()
  @IsObject()
  rule: RuleSpecDto;
}
