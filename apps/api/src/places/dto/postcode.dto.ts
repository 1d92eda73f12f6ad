import { ApiProperty } from '@nestjs/swagger';

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

export class PostcodeImportDto {
  @ApiProperty({ type: 'integer', description: 'Lines read, without the header.' })
  read: number;

  @ApiProperty({ type: 'integer' })
  stored: number;

  @ApiProperty({ type: 'integer', description: 'Lines of places this platform does not serve.' })
  skipped: number;
}
