import { ApiProperty } from '@nestjs/swagger';
import { IsInt, Matches, Max, Min } from 'class-validator';

import type { Challenge } from '../work/challenges.js';

export class WorkDto {
  @ApiProperty({ description: 'As it was set.', example: '1764150000.16.Rk9yZ2V0LW1lLW5vdC4.c2lnbmVk' })
  @Matches(/^[\w.-]{1,200}$/)
  challenge: string;

  @ApiProperty({
    type: 'integer',
    minimum: 0,
    description: 'SHA-256 of `challenge.counter` begins with as many zero bits as were asked for.',
  })
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  counter: number;
}

export class ChallengeDto {
  @ApiProperty({ description: 'Good once, until it expires.' })
  challenge: string;

  @ApiProperty({ type: 'integer', description: 'More than usual while many reports come.' })
  bits: number;

  @ApiProperty({ format: 'date-time' })
  expiresAt: string;

  static of({ challenge, bits, expiresAt }: Challenge): ChallengeDto {
    return { challenge, bits, expiresAt: expiresAt.toISOString() };
  }
}
