import { ApiProperty } from '@nestjs/swagger';

import type { KnownPlace } from './people.repository.js';

/** The same schema as the places feature's, which stands above this one and cannot be asked. */
export class PlaceRefDto {
  @ApiProperty({ example: 'abbey-hulton' })
  slug: string;

  @ApiProperty({ example: 'Abbey Hulton' })
  name: string;

  @ApiProperty({ enum: ['council', 'ward', 'estate'], enumName: 'PlaceKind' })
  kind: KnownPlace['kind'];

  static of({ slug, name, kind }: Pick<KnownPlace, 'slug' | 'name' | 'kind'>): PlaceRefDto {
    return { slug, name, kind };
  }
}
