import { ApiProperty } from '@nestjs/swagger';

import type { RetentionQueries } from '../retention.queries.js';

export class RetentionDto {
  @ApiProperty({ example: 'ended-sessions' })
  name: string;

  @ApiProperty({ description: 'What is cleared away, in plain words.' })
  what: string;

  @ApiProperty({ description: 'When, in plain words.' })
  after: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'null: not yet.' })
  lastRanAt: string | null;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'How many went; null: it failed or has not run.',
  })
  removed: number | null;

  @ApiProperty({ description: 'Whether the last run failed.' })
  failed: boolean;

  static of({ rule, last }: Awaited<ReturnType<RetentionQueries['schedule']>>[number]): RetentionDto {
    return {
      name: rule.name,
      what: rule.what,
      after: rule.after,
      lastRanAt: last?.ranAt.toISOString() ?? null,
      removed: last?.removed ?? null,
      failed: last !== null && last.failure !== null,
    };
  }
}
