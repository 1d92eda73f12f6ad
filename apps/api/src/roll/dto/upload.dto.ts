import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';

import type { LeftOutReason, RollUpload } from '../uploads/upload-electors.js';

const MOST_LINES_NAMED = 200;

export class UploadQueryDto {
  @ApiPropertyOptional({
    enum: ['true', 'false'],
    description: '`true`: store nothing, say what would be stored.',
  })
  @IsOptional()
  @IsIn(['true', 'false'])
  rehearse?: 'true' | 'false';
}

export class LeftOutLineDto {
  @ApiProperty({ type: 'integer', description: 'Counted from 1, the header line.' })
  line: number;

  @ApiProperty({
    enum: ['too-young', 'outside', 'expired', 'connection-not-offered'],
    enumName: 'LeftOutReason',
  })
  reason: LeftOutReason;
}

export class RollUploadDto {
  @ApiProperty({ type: 'integer' })
  read: number;

  @ApiProperty({ type: 'integer' })
  added: number;

  @ApiProperty({ type: 'integer', description: 'On the roll already, or twice in the file.' })
  already: number;

  @ApiProperty({ type: 'integer', description: 'Perhaps on the roll already: they wait for an officer.' })
  toReview: number;

  @ApiProperty({ type: 'integer', description: 'Not entitled to vote in this round.' })
  leftOut: number;

  @ApiProperty({ type: [LeftOutLineDto], description: `The first ${MOST_LINES_NAMED} of them.` })
  leftOutLines: LeftOutLineDto[];

  @ApiProperty({ description: 'Whether nothing was stored.' })
  rehearsed: boolean;

  static of({ read, added, already, toReview, leftOut }: RollUpload, rehearsed: boolean): RollUploadDto {
    return {
      read,
      added,
      already,
      toReview,
      leftOut: leftOut.length,
      leftOutLines: leftOut.slice(0, MOST_LINES_NAMED).map(({ line, reason }) => ({ line, reason })),
      rehearsed,
    };
  }
}
