import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Encoding } from '@commonthread/kernel/text-files';

import { confirmedEncoding, ENCODING_QUERY } from '../../platform/tables/index.js';

import type { PostcodeImport } from '../import-postcodes.js';
import type { FoundPostcode } from '../places.queries.js';
import { PlaceRefDto } from './place-ref.dto.js';

export class PostcodeDto {
  @ApiProperty({ example: 'ST1 5HH' })
  postcode: string;

  @ApiProperty()
  place: PlaceRefDto;

  @ApiProperty({ type: [PlaceRefDto], description: 'From the top of the tree down to the parent.' })
  ancestors: PlaceRefDto[];

  @ApiProperty({ description: 'Made up for the demo city: a real one may lie elsewhere.' })
  invented: boolean;

  static of(found: FoundPostcode): PostcodeDto {
    return {
      postcode: found.postcode,
      place: PlaceRefDto.of(found.place),
      ancestors: found.ancestors.map(PlaceRefDto.of),
      invented: found.invented,
    };
  }
}

export class KnownPostcodesDto {
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'A postcode that can be found here; null while none were imported.',
    example: 'ST1 5HH',
  })
  example: string | null;
}

export class EncodingQueryDto {
  @ApiPropertyOptional(ENCODING_QUERY)
  @confirmedEncoding()
  encoding?: Encoding;
}

export class SplitPostcodeDto {
  @ApiProperty()
  postcode: string;

  @ApiProperty({ type: [Number], description: 'The two lines, counted from 1, the header line.' })
  lines: number[];
}

const MOST_NAMED = 200;

export class PostcodeImportDto {
  @ApiProperty({ type: 'integer', description: 'Lines read, without the header.' })
  read: number;

  @ApiProperty({ type: 'integer' })
  stored: number;

  @ApiProperty({ type: 'integer', description: 'Lines of places this platform does not serve.' })
  skipped: number;

  @ApiProperty({ type: [String], description: 'Which of several columns was read, say.' })
  notes: string[];

  @ApiProperty({
    type: [SplitPostcodeDto],
    description: `Postcodes that two lines put into different places: stored as lying in the council, no nearer. The first ${MOST_NAMED}.`,
  })
  split: SplitPostcodeDto[];

  static of({ read, stored, skipped, notes, split }: PostcodeImport): PostcodeImportDto {
    const named = split.slice(0, MOST_NAMED).map(({ postcode, lines }) => ({ postcode, lines: [...lines] }));
    return { read, stored, skipped, notes: [...notes], split: named };
  }
}
