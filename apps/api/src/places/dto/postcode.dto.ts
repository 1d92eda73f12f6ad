import { ApiProperty } from '@nestjs/swagger';

import type { PlaceRef } from '../place.js';
import { PlaceRefDto } from './place-ref.dto.js';

export class PostcodeDto {
  @ApiProperty({ example: 'ST1 5HH' })
  postcode: string;

  @ApiProperty()
  place: PlaceRefDto;

  @ApiProperty({ type: [PlaceRefDto], description: 'From the top of the tree down to the parent.' })
  ancestors: PlaceRefDto[];

  static of(found: { postcode: string; place: PlaceRef; ancestors: readonly PlaceRef[] }): PostcodeDto {
    return {
      postcode: found.postcode,
      place: PlaceRefDto.of(found.place),
      ancestors: found.ancestors.map(PlaceRefDto.of),
    };
  }
}

export class PostcodeImportDto {
  @ApiProperty({ type: 'integer', description: 'Lines read, without the header.' })
  read: number;

  @ApiProperty({ type: 'integer' })
  stored: number;

  @ApiProperty({ type: 'integer', description: 'Lines of places this platform does not serve.' })
  skipped: number;
}
