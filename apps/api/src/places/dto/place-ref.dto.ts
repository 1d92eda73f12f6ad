import { ApiProperty } from '@nestjs/swagger';

import type { PlaceKind, PlaceRef } from '../place.js';

export const PLACE_KINDS = ['council', 'ward', 'estate'] as const satisfies readonly PlaceKind[];

export class PlaceRefDto {
  @ApiProperty({ example: 'abbey-hulton' })
  slug: string;

  @ApiProperty({ example: 'Abbey Hulton' })
  name: string;

  @ApiProperty({ enum: PLACE_KINDS, enumName: 'PlaceKind' })
  kind: PlaceKind;

  static of({ slug, name, kind }: PlaceRef): PlaceRefDto {
    return { slug, name, kind };
  }
}
