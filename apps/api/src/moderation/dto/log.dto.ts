import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';

import { BOM_QUERY } from '../../platform/tables/index.js';
import type { LogLine } from '../cases.repository.js';
import { ACTS, type ModerationAct, type Rule, RULES } from '../rules.js';

export class LogFilterDto {
  @ApiProperty({ enum: ACTS, enumName: 'ModerationAct', required: false })
  @IsOptional()
  @IsIn(ACTS)
  act?: ModerationAct;

  @ApiProperty({ enum: RULES, enumName: 'ModerationRule', required: false })
  @IsOptional()
  @IsIn(RULES)
  rule?: Rule;
}

export class LogTableDto extends LogFilterDto {
  @ApiProperty(BOM_QUERY)
  @IsOptional()
  @IsIn(BOM_QUERY.enum)
  bom?: string;
}

export class LogQueryDto extends LogFilterDto {
  @ApiProperty({ type: 'integer', required: false, default: 1 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1000)
  page = 1;
}

const APPEALS = ['none', 'waiting', 'upheld', 'dismissed'] as const;

export class LogLineDto {
  @ApiProperty({ type: 'integer' })
  number: number;

  @ApiProperty({ format: 'date' })
  decidedOn: string;

  @ApiProperty({ enum: ['proposal', 'comment'] })
  kind: 'proposal' | 'comment';

  @ApiProperty()
  place: string;

  @ApiProperty({ enum: ['reports', 'new-post'] })
  origin: 'reports' | 'new-post';

  @ApiProperty({ enum: ACTS, enumName: 'ModerationAct' })
  act: ModerationAct;

  @ApiProperty({ enum: RULES, enumName: 'ModerationRule', nullable: true })
  rule: Rule | null;

  @ApiProperty()
  reason: string;

  @ApiProperty({ enum: APPEALS })
  appeal: (typeof APPEALS)[number];

  static of({ number, decidedOn, kind, place, origin, act, rule, reason, appeal }: LogLine): LogLineDto {
    return { number, decidedOn, kind, place, origin, act, rule, reason, appeal };
  }
}

export class LogPageDto {
  @ApiProperty({ type: [LogLineDto], description: 'Newest first.' })
  items: LogLineDto[];

  @ApiProperty({ type: 'integer' })
  total: number;

  @ApiProperty({ type: 'integer' })
  page: number;

  @ApiProperty({ type: 'integer' })
  pageSize: number;
}
