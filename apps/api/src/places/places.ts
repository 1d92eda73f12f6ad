import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { misplaced, type Point } from './near-place.js';
import type { PlaceRef } from './place.js';
import { PlaceUnknown } from './places.errors.js';
import { PlacesRepository } from './places.repository.js';
import type { Whereabouts } from './whereabouts.js';

/** What other features ask about places. */
@Injectable()
export class Places {
  constructor(private readonly places: PlacesRepository) {}

  /** @throws PlaceUnknown */
  async bySlug(slug: string): Promise<PlaceRef> {
    const place = await this.places.bySlug(slug);
    if (!place) throw new PlaceUnknown(slug);
    const { id, name, kind } = place;
    return { id, slug, name, kind };
  }

  /** The places of the ids given, in one question; within the caller's transaction when a manager is given. */
  async byIds(ids: Iterable<string>, manager?: EntityManager): Promise<ReadonlyMap<string, PlaceRef>> {
    const distinct = [...new Set(ids)];
    if (distinct.length === 0) return new Map();
    return new Map((await this.places.byIds(distinct, manager)).map((place) => [place.id, place]));
  }

  /** Whether a place is `outerId` or lies below it. */
  isWithin(placeId: string, outerId: string, manager?: EntityManager): Promise<boolean> {
    return this.places.isWithin(placeId, outerId, manager);
  }

  /**
   * How postcodes stand to a place, in one question.
   *
   * @param postcodes as `normalPostcode` writes them
   */
  async whereabouts(
    postcodes: Iterable<string>,
    placeId: string,
    manager?: EntityManager,
  ): Promise<ReadonlyMap<string, Whereabouts>> {
    const rows = await this.places.whereabouts([...new Set(postcodes)], placeId, manager);
    return new Map(rows.map(({ postcode, where }) => [postcode, where]));
  }

  /**
   * Reads how files name places: by GSS code, slug or name, in any case. Of the tree a place stands in.
   *
   * @returns whether what is named lies within the place; `undefined` when nothing in force is so called
   */
  async namesAround(
    placeId: string,
    manager?: EntityManager,
  ): Promise<(named: string) => boolean | undefined> {
    const within = new Map<string, boolean>();
    for (const place of await this.places.namesAround(placeId, manager)) {
      for (const named of [place.name, place.slug, place.code ?? place.slug]) {
        within.set(named.toLowerCase(), place.within);
      }
    }
    return (named) => within.get(named.trim().toLowerCase());
  }

  /**
   * Why a point cannot belong to a place, with the name of the boundary it was held against; `null` when it may. A
   * place without a boundary, nor any around it, takes every point.
   */
  async misplaced(
    placeId: string,
    point: Point,
    manager?: EntityManager,
  ): Promise<{ readonly why: 'swapped' | 'outside'; readonly name: string } | null> {
    const found = await this.places.boundaryOf(placeId, manager);
    const why = found ? misplaced(found.boundary, point) : null;
    return found && why ? { why, name: found.name } : null;
  }

  /** Ids of a place and of everything below it; empty for an unknown slug. */
  idsWithin(slug: string): Promise<string[]> {
    return this.places.idsWithin(slug);
  }
}
