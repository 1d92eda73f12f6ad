import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import type { Place, PlaceRef } from './place.js';
import { PlaceUnknown, PostcodeUnknown } from './places.errors.js';
import { PlacesRepository } from './places.repository.js';
import { normalPostcode } from './postcode.js';

export interface PlacePage {
  readonly place: Place;
  /** From the top of the tree down to the parent. */
  readonly ancestors: readonly PlaceRef[];
  readonly children: readonly PlaceRef[];
}

@Injectable()
export class PlacesQueries {
  constructor(private readonly places: PlacesRepository) {}

  inForce(): Promise<Place[]> {
    return this.places.inForce();
  }

  /** @throws PlaceUnknown */
  async page(slug: string): Promise<PlacePage> {
    const place = await this.known(slug);
    const [ancestors, children] = await Promise.all([
      this.places.ancestorsOf(place.id),
      this.places.childrenOf(place.id),
    ]);
    return { place, ancestors, children };
  }

  /** GeoJSON text and its entity tag. @throws PlaceUnknown */
  async boundaries(slug: string): Promise<{ geojson: string; etag: string }> {
    const { id } = await this.known(slug);
    const geojson = await this.places.boundaries(id);
    return { geojson, etag: `"${createHash('sha256').update(geojson).digest('base64url').slice(0, 22)}"` };
  }

  /** @throws PostcodeMalformed | PostcodeUnknown */
  async ofPostcode(
    written: string,
  ): Promise<{ postcode: string; place: PlaceRef; ancestors: readonly PlaceRef[] }> {
    const postcode = normalPostcode(written);
    const place = await this.places.placeOfPostcode(postcode);
    if (!place) throw new PostcodeUnknown();
    return { postcode, place, ancestors: await this.places.ancestorsOf(place.id) };
  }

  private async known(slug: string): Promise<Place> {
    const place = await this.places.bySlug(slug);
    if (!place) throw new PlaceUnknown(slug);
    return place;
  }
}
