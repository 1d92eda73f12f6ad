import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsISO8601, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';

import type { ChainReport, StoredEvent } from '../../platform/audit/index.js';

export class AuditQueryDto {
  @ApiProperty({ required: false, description: 'Beginning of what happened: `round.`' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  what?: string;

  @ApiProperty({ required: false, description: 'Beginning of what it was done to: `round:spring-2026`.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  subject?: string;

  @ApiProperty({ required: false, format: 'date' })
  @IsOptional()
  @Matches(/^(19|20)\d{2}-\d{2}-\d{2}$/)
  @IsISO8601({ strict: true })
  from?: string;

  @ApiProperty({ required: false, format: 'date' })
  @IsOptional()
  @Matches(/^(19|20)\d{2}-\d{2}-\d{2}$/)
  @IsISO8601({ strict: true })
  to?: string;

  @ApiProperty({ type: 'integer', required: false, default: 1 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100_000)
  page = 1;
}

export class AuditEventDto {
  @ApiProperty({ type: 'integer' })
  pos: number;

  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ example: 'round.opened' })
  what: string;

  @ApiProperty({ example: 'round:spring-2026' })
  subject: string;

  @ApiProperty({
    description: 'Roles of whoever did it, as they are today; `system`, or `none`. Never a name.',
  })
  by: string;

  @ApiProperty({ type: 'object', additionalProperties: true })
  facts: Record<string, unknown>;

  @ApiProperty({ description: 'SHA-256, hexadecimal.' })
  hash: string;

  static of(event: StoredEvent, by: string): AuditEventDto {
    return {
      pos: event.pos,
      at: event.at.toISOString(),
      what: event.what,
      subject: event.subject,
      by,
      facts: { ...event.facts },
      hash: event.hash.toString('hex'),
    };
  }
}

export class AuditPageDto {
  @ApiProperty({ type: [AuditEventDto], description: 'Newest first.' })
  items: AuditEventDto[];

  @ApiProperty({ type: 'integer' })
  total: number;

  @ApiProperty({ type: 'integer' })
  page: number;

  @ApiProperty({ type: 'integer' })
  pageSize: number;
}

export class ChainReportDto {
  @ApiProperty()
  intact: boolean;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Events in the log.' })
  events: number | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Last hash, to compare with one written down before.',
  })
  head: string | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'First event that does not fit.' })
  brokenAt: number | null;

  static of(report: ChainReport): ChainReportDto {
    return report.intact
      ? { intact: true, events: report.events, head: report.head, brokenAt: null }
      : { intact: false, events: null, head: null, brokenAt: report.fault.pos };
  }
}
