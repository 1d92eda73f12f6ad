import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, Length, Matches } from 'class-validator';

import type { Encoding } from '@commonthread/kernel/text-files';

import { OneLine } from '../../platform/http/index.js';
import { confirmedEncoding, ENCODING_QUERY } from '../../platform/tables/index.js';
import { type Import, IMPORT_STATES, type ImportFault, type ImportState } from '../import.js';

/** The text fields beside the file. */
export class StartImportDto {
  @ApiProperty({ example: 'stoke-on-trent' })
  @Matches(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  placeSlug: string;

  @ApiPropertyOptional({
    minLength: 1,
    maxLength: 200,
    description: 'Left out: named after what the file says.',
  })
  @IsOptional()
  @OneLine()
  @IsString()
  @Length(1, 200)
  title?: string;
}

export class ImportQueryDto {
  @ApiPropertyOptional(ENCODING_QUERY)
  @confirmedEncoding()
  encoding?: Encoding;
}

export class ImportFaultDto {
  @ApiProperty({ type: 'integer', minimum: 1 }) line: number;
  @ApiProperty({ type: String, nullable: true }) field: string | null;
  @ApiProperty() code: string;
  @ApiProperty() reason: string;

  static of({ line, field, code, reason }: ImportFault): ImportFaultDto {
    return { line, field, code, reason };
  }
}

export class ImportDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() fileName: string;
  @ApiProperty({ enum: IMPORT_STATES, enumName: 'ImportState' }) state: ImportState;
  @ApiProperty({ minimum: 0, maximum: 1 }) progress: number;
  @ApiProperty({ type: 'integer', nullable: true }) projects: number | null;
  @ApiProperty({ type: 'integer', nullable: true }) ballots: number | null;
  @ApiProperty({ type: 'integer' }) ballotsDone: number;
  @ApiProperty({ type: [String] }) warnings: string[];
  @ApiProperty({ type: [ImportFaultDto], description: 'Everything found in one reading, the first 200.' })
  faults: ImportFaultDto[];
  @ApiProperty({ type: String, nullable: true }) roundSlug: string | null;
  @ApiProperty({ format: 'date-time' }) startedAt: string;
  @ApiProperty({ type: Number, nullable: true, description: 'From upload to end.' }) seconds: number | null;

  static of(one: Import): ImportDto {
    return {
      id: one.id,
      fileName: one.fileName,
      state: one.state,
      progress: one.progress,
      projects: one.projects,
      ballots: one.ballots,
      ballotsDone: one.ballotsDone,
      warnings: [...one.warnings],
      faults: one.faults.map(ImportFaultDto.of),
      roundSlug: one.roundSlug,
      startedAt: one.startedAt.toISOString(),
      seconds: one.finishedAt ? (one.finishedAt.getTime() - one.startedAt.getTime()) / 1000 : null,
    };
  }
}
