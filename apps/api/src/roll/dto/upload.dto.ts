import type { Encoding } from '@commonthread/kernel/text-files';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';

import { type Whereabouts, WHEREABOUTS } from '../../places/index.js';
import { confirmedEncoding, ENCODING_QUERY } from '../../platform/tables/index.js';
import { type LeftOutReason, type Ruling, RULINGS } from '../uploads/sort-lines.js';
import type { RollUpload } from '../uploads/upload-electors.js';

const MOST_LINES_NAMED = 200;

export class UploadQueryDto {
  @ApiPropertyOptional({
    enum: ['true', 'false'],
    description: '`true`: store nothing, say what would be stored.',
  })
  @IsOptional()
  @IsIn(['true', 'false'])
  rehearse?: 'true' | 'false';

  @ApiPropertyOptional(ENCODING_QUERY)
  @confirmedEncoding()
  encoding?: Encoding;
}

export class DoubtfulPostcodeDto {
  @ApiProperty({ example: 'SW1A 1AA' })
  postcode: string;

  @ApiProperty({
    enum: WHEREABOUTS,
    enumName: 'Whereabouts',
    description:
      '`outside`: another place by best fit; `split`: known no nearer than a place around; `unknown`: in no list; `far`: nor is any other of its area.',
  })
  where: Whereabouts;

  @ApiProperty({ enum: RULINGS, enumName: 'Ruling', description: 'What becomes of its people.' })
  ruling: Ruling;

  @ApiProperty({ type: 'integer' })
  people: number;

  @ApiProperty({ type: [Number], description: `The first ${MOST_LINES_NAMED} lines it stands on.` })
  lines: number[];
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

  @ApiProperty({
    type: 'integer',
    description:
      'They wait for an officer: perhaps on the roll already, of a doubtful postcode, or taken off before.',
  })
  toReview: number;

  @ApiProperty({ type: 'integer', description: 'Not entitled to vote in this round.' })
  leftOut: number;

  @ApiProperty({ type: [LeftOutLineDto], description: `The first ${MOST_LINES_NAMED} of them.` })
  leftOutLines: LeftOutLineDto[];

  @ApiProperty({ type: 'integer', description: 'Postcodes not known to lie in the place of the round.' })
  doubtful: number;

  @ApiProperty({
    type: [DoubtfulPostcodeDto],
    description: `The first ${MOST_LINES_NAMED} of them, the most doubtful first.`,
  })
  doubtfulPostcodes: DoubtfulPostcodeDto[];

  @ApiProperty({ description: 'Whether nothing was stored.' })
  rehearsed: boolean;

  static of(upload: RollUpload, rehearsed: boolean): RollUploadDto {
    const { read, added, already, toReview, leftOut, postcodes } = upload;
    return {
      read,
      added,
      already,
      toReview,
      leftOut: leftOut.length,
      leftOutLines: leftOut.slice(0, MOST_LINES_NAMED).map(({ line, reason }) => ({ line, reason })),
      doubtful: postcodes.length,
      doubtfulPostcodes: postcodes.slice(0, MOST_LINES_NAMED).map(({ postcode, where, ruling, lines }) => ({
        ...{ postcode, where, ruling, people: lines.length },
        lines: lines.slice(0, MOST_LINES_NAMED),
      })),
      rehearsed,
    };
  }
}
