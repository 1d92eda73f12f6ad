import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import type { Boundary } from './near-place.js';
import type { Place, PlaceRef } from './place.js';
import type { Whereabouts } from './whereabouts.js';

const REF = `p.id, p.slug, p.name, p.kind`;
const FULL = `${REF}, p.code, p.parent_id AS "parentId", parent.slug AS "parentSlug", p.population,
  p.valid_from::text AS "validFrom", p.valid_to::text AS "validTo",
  p.boundary_credit AS "boundaryCredit", p.boundary_is_approximate AS "boundaryIsApproximate"`;
const IN_FORCE = `p.valid_from <= local_today() AND (p.valid_to IS NULL OR p.valid_to > local_today())`;

@Injectable()
export class PlacesRepository {
  constructor(private readonly database: DataSource) {}

  inForce(): Promise<Place[]> {
    return this.database.query(
      `SELECT ${FULL} FROM places p LEFT JOIN places parent ON parent.id = p.parent_id
       WHERE ${IN_FORCE} ORDER BY p.kind = 'council' DESC, p.name`,
    );
  }

  async bySlug(slug: string): Promise<Place | undefined> {
    const [place] = await this.database.query<Place[]>(
      `SELECT ${FULL} FROM places p LEFT JOIN places parent ON parent.id = p.parent_id WHERE p.slug = $1`,
      [slug],
    );
    return place;
  }

  byIds(ids: readonly string[], manager: EntityManager = this.database.manager): Promise<PlaceRef[]> {
    return manager.query(`SELECT ${REF} FROM places p WHERE p.id = ANY ($1)`, [ids]);
  }

  childrenOf(id: string): Promise<PlaceRef[]> {
    return this.database.query(
      `SELECT ${REF} FROM places p WHERE p.parent_id = $1 AND ${IN_FORCE} ORDER BY p.name`,
      [id],
    );
  }

  /** From the top of the tree down to the parent. */
  ancestorsOf(id: string): Promise<PlaceRef[]> {
    return this.database.query(
      `SELECT ${REF} FROM place_and_ancestors($1) WITH ORDINALITY AS above (id, height)
       JOIN places p ON p.id = above.id WHERE p.id <> $1 ORDER BY height DESC`,
      [id],
    );
  }

  /** Ids of a place and of everything below it. */
  async idsWithin(slug: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }[]>(
      `SELECT below.id FROM places p, place_and_descendants(p.id) AS below (id) WHERE p.slug = $1`,
      [slug],
    );
    return rows.map(({ id }) => id);
  }

  async isWithin(
    id: string,
    outerId: string,
    manager: EntityManager = this.database.manager,
  ): Promise<boolean> {
    const [row] = await manager.query<[{ within: boolean }]>(
      'SELECT $2::uuid IN (SELECT place_and_ancestors($1)) AS within',
      [id, outerId],
    );
    return row.within;
  }

  /** GeoJSON text, put together where the geometry lies. */
  async boundaries(id: string): Promise<string> {
    const [row] = await this.database.query<[{ geojson: string }]>(
      `SELECT json_build_object('type', 'FeatureCollection', 'features', coalesce(json_agg(json_build_object(
         'type', 'Feature',
         'properties', json_build_object(
           'slug', p.slug, 'name', p.name, 'kind', p.kind,
           'role', CASE WHEN p.id = $1 THEN 'self' ELSE 'child' END),
         'geometry', p.boundary) ORDER BY (p.id = $1) DESC, p.name), '[]'))::text AS geojson
       FROM places p WHERE p.id = $1 OR (p.parent_id = $1 AND ${IN_FORCE})`,
      [id],
    );
    return row.geojson;
  }

  /** Of the place itself, else of the nearest place around it that has one. */
  async boundaryOf(
    id: string,
    manager: EntityManager = this.database.manager,
  ): Promise<{ name: string; boundary: Boundary } | undefined> {
    const [found] = await manager.query<{ name: string; boundary: Boundary }[]>(
      `SELECT p.name, p.boundary FROM place_and_ancestors($1) WITH ORDINALITY AS above (id, height)
       JOIN places p ON p.id = above.id WHERE p.boundary IS NOT NULL ORDER BY height LIMIT 1`,
      [id],
    );
    return found;
  }

  /**
   * How each postcode stands to a place. A list of postcodes gives one place to each, by best fit: those that two of
   * its lines dispute are kept at the place around both.
   */
  whereabouts(
    postcodes: readonly string[],
    placeId: string,
    manager: EntityManager = this.database.manager,
  ): Promise<{ postcode: string; where: Whereabouts }[]> {
    return manager.query(
      `WITH within AS (SELECT place_and_descendants($2) AS id), around AS (SELECT place_and_ancestors($2) AS id),
         areas AS (SELECT DISTINCT substring(postcode FROM '^[A-Z]+') AS area FROM postcodes)
       SELECT asked.postcode, CASE
         WHEN known.place_id IN (SELECT id FROM within) THEN 'inside'
         WHEN known.place_id IN (SELECT id FROM around) THEN 'split'
         WHEN known.place_id IS NOT NULL THEN 'outside'
         WHEN substring(asked.postcode FROM '^[A-Z]+') IN (SELECT area FROM areas) OR NOT EXISTS (SELECT FROM areas)
           THEN 'unknown'
         ELSE 'far' END AS where
       FROM unnest($1::text[]) AS asked (postcode) LEFT JOIN postcodes known ON known.postcode = asked.postcode`,
      [postcodes, placeId],
    );
  }

  /** Places in force of the tree a place stands in, with every way a file may name them. */
  async namesAround(
    placeId: string,
    manager: EntityManager = this.database.manager,
  ): Promise<{ id: string; code: string | null; slug: string; name: string; within: boolean }[]> {
    return manager.query(
      `SELECT p.id, p.code, p.slug, p.name, p.id IN (SELECT place_and_descendants($1)) AS within
       FROM places p WHERE ${IN_FORCE} AND p.id IN (
         SELECT place_and_descendants(top.id) FROM place_and_ancestors($1) AS above (id)
         JOIN places top ON top.id = above.id AND top.parent_id IS NULL)`,
      [placeId],
    );
  }

  async placeOfPostcode(postcode: string): Promise<(PlaceRef & { invented: boolean }) | undefined> {
    const [place] = await this.database.query<(PlaceRef & { invented: boolean })[]>(
      `SELECT ${REF}, postcodes.invented FROM postcodes JOIN places p ON p.id = postcodes.place_id WHERE postcode = $1`,
      [postcode],
    );
    return place;
  }

  async anyPostcode(): Promise<string | null> {
    const [row] = await this.database.query<{ postcode: string }[]>(
      'SELECT postcode FROM postcodes ORDER BY postcode LIMIT 1',
    );
    return row?.postcode ?? null;
  }
}
