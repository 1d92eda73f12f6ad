import type { Choice } from '@commonthread/ballot-protocol';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsISO8601, IsOptional, IsString, Length, Matches, Max, Min } from 'class-validator';

import type { SampledSheet, SampleNow, SampleOffice } from '../sample/sample.queries.js';
import type { UrnBatch } from '../urn/urn-answers.js';
import { CHOICES } from './paper-batch.dto.js';

export class AnnounceSampleDto {
  @ApiProperty({ type: 'integer', minimum: 1, maximum: 10_000, description: 'How many are drawn.' })
  @IsInt()
  @Min(1)
  @Max(10_000)
  sheets: number;

  @ApiProperty({ format: 'date-time', description: 'When the dice are thrown, in the future.' })
  @IsISO8601({ strict: true })
  @Matches(/T.*(Z|[+-]\d{2}:\d{2})$/, { message: 'thrownAt must be a moment with its time zone' })
  thrownAt: string;

  @ApiProperty({ minLength: 3, maxLength: 300, description: 'Where everybody may watch.' })
  @IsString()
  @Length(3, 300)
  place: string;
}

export class DrawSampleDto {
  @ApiProperty({ example: '3141592653', description: '10 to 100 digits, as the dice showed them.' })
  @IsString()
  @Matches(/^[0-9]{10,100}$/)
  seed: string;
}

export class CheckSampleDto {
  @ApiProperty({ type: 'integer', minimum: 0, description: 'Sheets that differ from their ballots.' })
  @IsInt()
  @Min(0)
  @Max(10_000)
  errors: number;

  @ApiPropertyOptional({ minLength: 3, maxLength: 500, description: 'Published with it.' })
  @IsOptional()
  @IsString()
  @Length(3, 500)
  note?: string;
}

/** A public check of some paper ballots against what the log says of them. */
export class PaperSampleDto {
  @ApiProperty({ type: 'integer' })
  sheets: number;

  @ApiProperty({ format: 'date-time' })
  thrownAt: string;

  @ApiProperty()
  place: string;

  @ApiProperty({ format: 'date-time' })
  announcedAt: string;

  @ApiProperty({ type: String, nullable: true, description: 'Digits of the dice.' })
  seed: string | null;

  @ApiProperty({ type: [String], description: 'Numbers of the sheets drawn, in order.' })
  serials: string[];

  @ApiProperty({ type: 'integer', nullable: true, description: 'How many differed; empty before the check.' })
  errors: number | null;

  @ApiProperty({ type: String, nullable: true })
  note: string | null;

  static of({ announced, drawn }: SampleNow): PaperSampleDto | null {
    return announced
      ? {
          sheets: announced.sheets,
          thrownAt: announced.thrownAt.toISOString(),
          place: announced.place,
          announcedAt: announced.announcedAt.toISOString(),
          seed: drawn?.seed ?? null,
          serials: [...(drawn?.serials ?? [])],
          errors: drawn?.errors ?? null,
          note: drawn?.note ?? null,
        }
      : null;
  }
}

/** How one box added up. */
export class PaperRecordBatchDto {
  @ApiProperty()
  batch: string;

  @ApiProperty({ type: 'integer' })
  issued: number;

  @ApiProperty({ type: 'integer' })
  inBox: number;

  @ApiProperty({ type: 'integer' })
  spoiled: number;

  @ApiProperty({ type: 'integer' })
  returned: number;

  @ApiProperty({ type: 'integer' })
  missing: number;

  @ApiProperty({ type: 'integer', description: 'Sheets that became ballots.' })
  keyed: number;

  @ApiProperty({ type: String, nullable: true, description: 'Why it does not add up.' })
  discrepancy: string | null;
}

export class PaperRecordDto {
  @ApiProperty({ type: [PaperRecordBatchDto], description: 'Once all paper is in.' })
  batches: PaperRecordBatchDto[];

  @ApiProperty({ type: PaperSampleDto, nullable: true })
  sample: PaperSampleDto | null;

  static of({ batches, ...sample }: SampleNow & { batches: readonly UrnBatch[] }): PaperRecordDto {
    return {
      batches: batches.map(({ batch, issued, inBox, spoiled, returned, missing, keyed, discrepancy }) => ({
        ...{ batch, issued, inBox, spoiled, returned, missing },
        keyed: keyed ?? 0,
        discrepancy,
      })),
      sample: PaperSampleDto.of(sample),
    };
  }
}

export class SampledSheetDto {
  @ApiProperty()
  serial: string;

  @ApiProperty()
  batch: string;

  @ApiProperty(CHOICES)
  choices: Choice[];

  static of({ serial, batch, choices }: SampledSheet): SampledSheetDto {
    return { serial, batch, choices: [...choices] };
  }
}

export class SampleAskedDto {
  @ApiProperty({ enum: ['draw', 'check'], enumName: 'SampleAct' })
  act: 'draw' | 'check';

  @ApiProperty({ description: 'Whether the reader did it; another officer must too.' })
  mine: boolean;
}

export class SampleOfficeDto {
  @ApiProperty({ type: PaperSampleDto, nullable: true })
  sample: PaperSampleDto | null;

  @ApiProperty({ type: SampleAskedDto, nullable: true })
  asked: SampleAskedDto | null;

  @ApiProperty({ type: [SampledSheetDto], description: 'What the log says they say, in the order drawn.' })
  sheets: SampledSheetDto[];

  static of(office: SampleOffice): SampleOfficeDto {
    const { asked, sheets } = office;
    return {
      sample: PaperSampleDto.of(office),
      asked: asked ? { act: asked.act, mine: asked.mine } : null,
      sheets: sheets.map(SampledSheetDto.of),
    };
  }
}
