import { ApiProperty } from '@nestjs/swagger';

import type { Undelivered } from '../../platform/mail/index.js';

export class UndeliveredDto {
  @ApiProperty({ description: 'What the mails are about: account, notices.' }) about: string;
  @ApiProperty({ type: 'integer', description: 'Failed at least once and tried again.' }) waiting: number;
  @ApiProperty({ type: 'integer', description: 'Not tried any more.' }) givenUp: number;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When the oldest was queued.',
  })
  since: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) nextTryAt: string | null;

  static of(about: string, { mails }: Undelivered): UndeliveredDto {
    const next = mails.flatMap(({ nextTryAt }) => (nextTryAt ? [nextTryAt.getTime()] : []));
    return {
      about,
      waiting: next.length,
      givenUp: mails.length - next.length,
      since: mails[0]?.since.toISOString() ?? null,
      nextTryAt: next.length > 0 ? new Date(Math.min(...next)).toISOString() : null,
    };
  }
}
