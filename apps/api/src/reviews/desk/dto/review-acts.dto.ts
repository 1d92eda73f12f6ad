import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';

import {
  type AnswerValue,
  ANSWERS,
  CRITERIA,
  type Criterion,
  REASON_CODES,
  type ReasonCode,
} from '../../rules/criteria.js';
import { type Verdict, VERDICTS } from '../../rules/verdict-of.js';

const MOST_PENCE = 1_000_000_000_000;
const unlessNull = (): PropertyDecorator => ValidateIf((_, value) => value !== null);

export class AssignReviewsDto {
  @ApiProperty({ type: [Number], description: 'Proposals; all of them are done, or none.' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(999_999_999, { each: true })
  numbers: number[];

  @ApiPropertyOptional({
    enum: CRITERIA,
    enumName: 'ReviewCriterion',
    isArray: true,
    description: 'What is not finished yet; everything when left out.',
  })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(CRITERIA.length)
  @IsIn(CRITERIA, { each: true })
  criteria?: Criterion[];

  @ApiPropertyOptional({ format: 'uuid', description: 'As it was when left out.' })
  @IsOptional()
  @IsUUID()
  departmentId?: string;

  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true, description: 'A member of it.' })
  @ValidateIf((_, value) => value !== undefined && value !== null)
  @IsUUID()
  personId?: string | null;

  @ApiPropertyOptional({ format: 'date' })
  @IsOptional()
  @Matches(/^20\d{2}-\d{2}-\d{2}$/)
  @IsISO8601({ strict: true })
  dueOn?: string;
}

export class GivenAnswerDto {
  @ApiProperty({ enum: CRITERIA, enumName: 'ReviewCriterion' })
  @IsIn(CRITERIA)
  criterion: Criterion;

  @ApiProperty({ enum: ANSWERS, enumName: 'ReviewAnswer', nullable: true, type: String })
  @unlessNull()
  @IsIn(ANSWERS)
  answer: AnswerValue | null;

  @ApiProperty({ enum: REASON_CODES, enumName: 'ReviewReasonCode', nullable: true, type: String })
  @unlessNull()
  @IsIn(REASON_CODES)
  reasonCode: ReasonCode | null;

  @ApiProperty({ maxLength: 2000, description: 'What to change, or why not, in plain words.' })
  @IsString()
  @MaxLength(2000)
  words: string;

  @ApiProperty({ description: 'Only what is finished counts, and only what is whole can be.' })
  @IsBoolean()
  finished: boolean;
}

export class AnswerCriteriaDto {
  @ApiProperty({ type: [GivenAnswerDto] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(CRITERIA.length)
  @ArrayUnique((one: GivenAnswerDto) => one.criterion)
  @ValidateNested({ each: true })
  @Type(() => GivenAnswerDto)
  answers: GivenAnswerDto[];
}

export class SetCostsDto {
  @ApiProperty({ type: 'integer', nullable: true, minimum: 0 })
  @unlessNull()
  @IsInt()
  @Min(0)
  @Max(MOST_PENCE)
  costLowPence: number | null;

  @ApiProperty({ type: 'integer', nullable: true, minimum: 1 })
  @unlessNull()
  @IsInt()
  @Min(1)
  @Max(MOST_PENCE)
  costPence: number | null;

  @ApiProperty({ type: 'integer', nullable: true, minimum: 1 })
  @unlessNull()
  @IsInt()
  @Min(1)
  @Max(MOST_PENCE)
  costHighPence: number | null;

  @ApiProperty({ type: 'integer', nullable: true, minimum: 0, description: 'Each year.' })
  @unlessNull()
  @IsInt()
  @Min(0)
  @Max(MOST_PENCE)
  runningCostPence: number | null;

  @ApiProperty({ type: 'integer', nullable: true, minimum: 1, maximum: 100 })
  @unlessNull()
  @IsInt()
  @Min(1)
  @Max(100)
  runningYears: number | null;
}

export class AddNoteDto {
  @ApiProperty({ minLength: 1, maxLength: 4000, description: 'Never public.' })
  @IsString()
  @Length(1, 4000)
  @Matches(/\S/)
  text: string;
}

export class ConfirmVerdictDto {
  @ApiProperty({ enum: VERDICTS, enumName: 'ReviewVerdict', description: 'What the answers amount to.' })
  @IsIn(VERDICTS)
  verdict: Verdict;

  @ApiPropertyOptional({ maxLength: 1000, description: 'First sentences of the letter.' })
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  opening?: string;
}

export class DecideAppealDto {
  @ApiProperty()
  @IsBoolean()
  upheld: boolean;

  @ApiProperty({ minLength: 5, maxLength: 2000, description: 'In plain words; public.' })
  @IsString()
  @Length(5, 2000)
  @Matches(/\S.*\S/s)
  reason: string;
}
