import { ApiProperty } from '@nestjs/swagger';
import { IsString, IsUUID, Length } from 'class-validator';

import type { Reissue } from '../passes/reissues.repository.js';

export class AskReissueDto {
  @ApiProperty({ format: 'uuid', description: 'From `POST roll/search`.' })
  @IsUUID()
  elector: string;

  @ApiProperty({ minLength: 5, maxLength: 1000 })
  @IsString()
  @Length(5, 1000)
  reason: string;
}

export class ReissueDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  elector: string;

  @ApiProperty()
  reason: string;

  @ApiProperty({ format: 'date-time' })
  askedAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'By a second officer.' })
  confirmedAt: string | null;

  @ApiProperty({ description: 'Whether the reader asked for it, and so cannot confirm it.' })
  mine: boolean;

  static of(reissue: Reissue, readerId: string): ReissueDto {
    return {
      id: reissue.reissue,
      elector: reissue.elector,
      reason: reissue.reason,
      askedAt: reissue.askedAt.toISOString(),
      confirmedAt: reissue.confirmedAt?.toISOString() ?? null,
      mine: reissue.askedBy === readerId,
    };
  }
}
