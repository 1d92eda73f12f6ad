import { ApiProperty } from '@nestjs/swagger';

import type { Place } from '../place.js';
import type { PlacePage } from '../places.queries.js';
import { PlaceRefDto } from './place-ref.dto.js';

export class PlaceSummaryDto extends PlaceRefDto {
  @ApiProperty({ type: String, nullable: true, description: 'GSS code.', example: 'E05014555' })
  code: string | null;

  @ApiProperty({ type: String, nullable: true })
  parentSlug: string | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Usual residents, Census 2021.' })
  population: number | null;

  @ApiProperty({ format: 'date' })
  validFrom: string;

  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'First day no longer in force.' })
  validTo: string | null;

  static ofPlace(place: Place): PlaceSummaryDto {
    const { code, parentSlug, population, validFrom, validTo } = place;
    return { ...PlaceRefDto.of(place), code, parentSlug, population, validFrom, validTo };
  }
}

export class PlaceDto extends PlaceSummaryDto {
  @ApiProperty({ type: [PlaceRefDto], description: 'From the top of the tree down to the parent.' })
  ancestors: PlaceRefDto[];

  @ApiProperty({ type: [PlaceRefDto], description: 'In force today, by name.' })
  children: PlaceRefDto[];

  @ApiProperty({ type: String, nullable: true })
  boundaryCredit: string | null;

  @ApiProperty({ description: 'Whether the boundary is close to, but not, the legal one.' })
  boundaryIsApproximate: boolean;

  static ofPage({ place, ancestors, children }: PlacePage): PlaceDto {
    return {
      ...PlaceSummaryDto.ofPlace(place),
      ancestors: ancestors.map(PlaceRefDto.of),
      children: children.map(PlaceRefDto.of),
      boundaryCredit: place.boundaryCredit,
      boundaryIsApproximate: place.boundaryIsApproximate,
    };
  }
}
