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

export const CHOICES: ApiPropertyOptions = {
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

export class WithdrawSheetDto {
  @ApiProperty()
  @IsString()
  @Length(4, 32)
  serial: string;
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

  @ApiProperty({ description: 'Whether a third officer has said what is on it.' })
  settled: boolean;

  @ApiProperty({ type: SheetReadingDto, nullable: true, description: 'What it is; none: it is no ballot.' })
  ruling: SheetReadingDto | null;

  static of({ serial, first, second, ruling }: UrnDifference): SheetDifferenceDto {
    return {
      serial,
      first: SheetReadingDto.of(first),
      second: SheetReadingDto.of(second),
      settled: ruling !== null,
      ruling: SheetReadingDto.of(ruling?.sheet ?? null),
    };
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

const KEYERS = ['nobody', 'reader', 'another'] as const;

export class PaperBatchDto {
  @ApiProperty({ example: 'longton-library' })
  batch: string;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Hidden from whoever is to count it again.' })
  issued: number | null;

  @ApiProperty({ type: 'integer', nullable: true })
  inBox: number | null;

  @ApiProperty({ type: 'integer', nullable: true })
  spoiled: number | null;

  @ApiProperty({ type: 'integer', nullable: true })
  returned: number | null;

  @ApiProperty({ type: 'integer', nullable: true })
  missing: number | null;

  @ApiProperty({ enum: BATCH_STAGES, enumName: 'PaperBatchStage' })
  stage: PaperBatchStage;

  @ApiProperty({ description: 'Whether the reader did the part before; somebody else must go on.' })
  mine: boolean;

  @ApiProperty({ enum: KEYERS, enumName: 'PaperBatchKeyer', description: 'Who does the entry under way.' })
  keyer: (typeof KEYERS)[number];

  @ApiProperty({
    type: 'integer',
    description: 'Sheets of the entry under way, or of the second when both are done.',
  })
  entered: number;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Sheets that became ballots.' })
  keyed: number | null;

  @ApiProperty({ type: String, nullable: true })
  discrepancy: string | null;

  /** In order of their names. */
  static list({ batches, countedOnce, sealedOnce }: PaperNow, readerId: string): PaperBatchDto[] {
    const sealing = new Map(
      sealedOnce.map(({ act, personId }) => [act.slice(act.indexOf(':') + 1), personId]),
    );
    const begun = batches.map((batch): PaperBatchDto => ({
      ...numbersOf(batch),
      ...stageOf(batch, sealing.get(batch.batch), readerId),
      ...entryOf(batch, readerId),
      keyed: batch.keyed,
      discrepancy: batch.discrepancy,
    }));
    const waiting = countedOnce.map(({ said, personId }) => countedBy(said, personId === readerId));
    return [...waiting, ...begun].sort((a, b) => (a.batch < b.batch ? -1 : 1));
  }
}

/** The second officer counts without sight of what the first one found. */
function countedBy(said: CountBoxDto, mine: boolean): PaperBatchDto {
  const hidden = { issued: null, inBox: null, spoiled: null, returned: null, missing: null };
  return {
    ...(mine ? numbersOf(said) : { batch: said.batch, ...hidden }),
    ...{ stage: 'counted-once', mine, keyer: 'nobody', entered: 0, keyed: null, discrepancy: null },
  };
}

function entryOf(
  { firstKeyer, firstDone, firstEntered, secondKeyer, secondEntered }: UrnBatch,
  readerId: string,
): Pick<PaperBatchDto, 'keyer' | 'entered'> {
  const keyer = firstDone ? secondKeyer : firstKeyer;
  return {
    keyer: keyer === null ? 'nobody' : keyer === readerId ? 'reader' : 'another',
    entered: firstDone ? secondEntered : firstEntered,
  };
}

function numbersOf({ batch, issued, inBox, spoiled, returned, missing }: CountBoxDto): CountBoxDto {
  return { batch, issued, inBox, spoiled, returned, missing };
}

function stageOf(
  { sealedBy, firstKeyer, firstDone, secondKeyer, secondDone }: UrnBatch,
  sealer: string | undefined,
  readerId: string,
): Pick<PaperBatchDto, 'stage' | 'mine'> {
  if (sealedBy) return { stage: 'sealed', mine: false };
  if (sealer !== undefined) return { stage: 'sealed-once', mine: sealer === readerId };
  if (secondDone) return { stage: 'compare', mine: firstKeyer === readerId || secondKeyer === readerId };
  return { stage: firstDone ? 'second-entry' : 'first-entry', mine: firstDone && firstKeyer === readerId };
}
