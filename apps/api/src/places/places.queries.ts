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

export interface FoundPostcode {
  readonly postcode: string;
  readonly place: PlaceRef;
  readonly ancestors: readonly PlaceRef[];
  readonly invented: boolean;
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
  async ofPostcode(written: string): Promise<FoundPostcode> {
    const postcode = normalPostcode(written);
    const found = await this.places.placeOfPostcode(postcode);
    if (!found) throw new PostcodeUnknown();
    const { invented, ...place } = found;
    return { postcode, place, ancestors: await this.places.ancestorsOf(place.id), invented };
  }

  /** One that can be found here; null while none were imported. */
  examplePostcode(): Promise<string | null> {
    return this.places.anyPostcode();
  }

  private async known(slug: string): Promise<Place> {
    const place = await this.places.bySlug(slug);
    if (!place) throw new PlaceUnknown(slug);
    return place;
  }
}
