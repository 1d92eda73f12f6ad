import type { Choice } from '@commonthread/ballot-protocol';
import { ApiProperty, ApiPropertyOptional, type ApiPropertyOptions } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';

import type { PaperNow } from '../paper/paper-batches.queries.js';
import type { UrnBatch, UrnDifference, UrnSheet } from '../urn/urn-answers.js';

const CHOICES: ApiPropertyOptions = {
  type: 'array',
  maxItems: 1000,
  items: { oneOf: [{ type: 'string' }, { type: 'array', items: {}, minItems: 2, maxItems: 2 }] },
  description: 'Ids of projects, on a ballot with points each with its points.',
};

/** What an officer counted in a box. */
export class CountBoxDto {
  @ApiProperty({ example: 'longton-library' })
  @Matches(/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/)
  batch: string;

  @ApiProperty({ type: 'integer', description: 'Sheets handed out.' })
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  issued: number;

  @ApiProperty({ type: 'integer' })
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  inBox: number;

  @ApiProperty({ type: 'integer' })
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  spoiled: number;

  @ApiProperty({ type: 'integer' })
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  returned: number;

  @ApiProperty({ type: 'integer' })
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  missing: number;
}

export class SheetDto {
  @ApiProperty({ description: 'Printed on the sheet; tied to nobody.' })
  @IsString()
  @Length(4, 32)
  serial: string;

  @ApiProperty({ example: 'all' })
  @IsString()
  @Length(1, 64)
  style: string;

  @ApiProperty(CHOICES)
  @IsArray()
  @ArrayMaxSize(1000)
  choices: Choice[];
}

export class KeySheetsDto {
  @ApiProperty({ type: [SheetDto] })
  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => SheetDto)
  sheets: SheetDto[];

  @ApiProperty({ description: 'Whether this person has entered every sheet.' })
  @IsBoolean()
  isLast: boolean;
}

export class KeyedDto {
  @ApiProperty({ enum: [1, 2], description: 'First or second entry of the batch.' })
  turn: 1 | 2;

  @ApiProperty({ type: 'integer' })
  keyed: number;
}

export class RulingDto {
  @ApiProperty()
  @IsString()
  @Length(4, 32)
  serial: string;

  @ApiPropertyOptional({ description: 'Without style and choices the sheet is no ballot.' })
  @IsOptional()
  @IsString()
  @Length(1, 64)
  style?: string;

  @ApiPropertyOptional(CHOICES)
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(1000)
  choices?: Choice[];
}

export class SettleSheetsDto {
  @ApiProperty({ minLength: 3, maxLength: 500 })
  @IsString()
  @Length(3, 500)
  reason: string;

  @ApiProperty({ type: [RulingDto] })
  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => RulingDto)
  rulings: RulingDto[];
}

export class SealBatchDto {
  @ApiPropertyOptional({
    minLength: 3,
    maxLength: 500,
    description: 'Why the totals do not add up; published.',
  })
  @IsOptional()
  @IsString()
  @Length(3, 500)
  discrepancy?: string;
}

export class SheetReadingDto {
  @ApiProperty()
  style: string;

  @ApiProperty(CHOICES)
  choices: Choice[];

  static of(sheet: UrnSheet | null): SheetReadingDto | null {
    return sheet && { style: sheet.style, choices: [...sheet.choices] };
  }
}

export class SheetDifferenceDto {
  @ApiProperty()
  serial: string;

  @ApiProperty({ type: SheetReadingDto, nullable: true })
  first: SheetReadingDto | null;

  @ApiProperty({ type: SheetReadingDto, nullable: true })
  second: SheetReadingDto | null;

  static of({ serial, first, second }: UrnDifference): SheetDifferenceDto {
    return { serial, first: SheetReadingDto.of(first), second: SheetReadingDto.of(second) };
  }
}

const BATCH_STAGES = [
  'counted-once',
  'first-entry',
  'second-entry',
  'compare',
  'sealed-once',
  'sealed',
] as const;
export type PaperBatchStage = (typeof BATCH_STAGES)[number];

export class PaperBatchDto extends CountBoxDto {
  @ApiProperty({ enum: BATCH_STAGES, enumName: 'PaperBatchStage' })
  stage: PaperBatchStage;

  @ApiProperty({ description: 'Whether the reader did the part before; somebody else must go on.' })
  mine: boolean;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Sheets that became ballots.' })
  keyed: number | null;

  @ApiProperty({ type: String, nullable: true })
  discrepancy: string | null;

  /** In order of their names. */
  static list({ batches, countedOnce, sealedOnce }: PaperNow, readerId: string): PaperBatchDto[] {
    const sealing = new Map(
      sealedOnce.map(({ act, personId }) => [act.slice(act.indexOf(':') + 1), personId]),
    );
    const counted = countedOnce.map(({ said, personId }): PaperBatchDto => ({
      ...numbersOf(said),
      stage: 'counted-once',
      mine: personId === readerId,
      keyed: null,
      discrepancy: null,
    }));
    const begun = batches.map((batch): PaperBatchDto => ({
      ...numbersOf(batch),
      ...stageOf(batch, sealing.get(batch.batch), readerId),
      keyed: batch.keyed,
      discrepancy: batch.discrepancy,
    }));
    return [...counted, ...begun].sort((a, b) => (a.batch < b.batch ? -1 : 1));
  }
}

function numbersOf({ batch, issued, inBox, spoiled, returned, missing }: CountBoxDto): CountBoxDto {
  return { batch, issued, inBox, spoiled, returned, missing };
}

function stageOf(
  { sealedBy, firstKeyer, firstDone, secondDone }: UrnBatch,
  sealer: string | undefined,
  readerId: string,
): Pick<PaperBatchDto, 'stage' | 'mine'> {
  if (sealedBy) return { stage: 'sealed', mine: false };
  if (sealer !== undefined) return { stage: 'sealed-once', mine: sealer === readerId };
  if (secondDone) return { stage: 'compare', mine: false };
  return { stage: firstDone ? 'second-entry' : 'first-entry', mine: firstDone && firstKeyer === readerId };
}
