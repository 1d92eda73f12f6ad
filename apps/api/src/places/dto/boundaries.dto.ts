import { ApiProperty } from '@nestjs/swagger';

import type { PlaceKind } from '../place.js';
import { PLACE_KINDS } from './place-ref.dto.js';

export class BoundaryPropertiesDto {
  @ApiProperty()
  slug: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ enum: PLACE_KINDS, enumName: 'PlaceKind' })
  kind: PlaceKind;

  @ApiProperty({ enum: ['self', 'child'], description: 'The place asked for, or one directly below it.' })
  role: 'self' | 'child';
}

export class BoundaryGeometryDto {
  @ApiProperty({ enum: ['Polygon', 'MultiPolygon'] })
  type: 'Polygon' | 'MultiPolygon';

  @ApiProperty({ type: 'array', items: {}, description: 'Degrees, longitude first (RFC 7946).' })
  coordinates: unknown[];
}

export class BoundaryDto {
  @ApiProperty({ enum: ['Feature'] })
  type: 'Feature';

  @ApiProperty()
  properties: BoundaryPropertiesDto;

  @ApiProperty({ type: BoundaryGeometryDto, nullable: true })
  geometry: BoundaryGeometryDto | null;
}

/** GeoJSON of a place and of those directly below it. */
export class BoundariesDto {
  @ApiProperty({ enum: ['FeatureCollection'] })
  type: 'FeatureCollection';

  @ApiProperty({ type: [BoundaryDto] })
  features: BoundaryDto[];
}
