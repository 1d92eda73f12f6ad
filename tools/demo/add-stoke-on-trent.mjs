// @ts-check
import { readFile } from 'node:fs/promises';

import { parse } from 'csv-parse/sync';

import { outline } from './outline.mjs';

const CREDIT =
  'Contains OS data © Crown copyright and database right 2021; contains ONS data, Office for National ' +
  'Statistics, licensed under the Open Government Licence v3.0';

/** The wards in force today were first elected on that day. */
const IN_FORCE_SINCE = '2023-05-04';

/** Census 2021. The wards' figures are perturbed by ONS and add up to 258,383. */
const CITY_RESIDENTS = 258_363;

const data = (/** @type {string} */ name) => readFile(new URL(`data/${name}`, import.meta.url), 'utf8');

/**
 * Puts the council of Stoke-on-Trent and its 34 wards on the map. Safe to run again: known slugs are kept up to date.
 *
 * @param {{ query: (sql: string, params?: unknown[]) => Promise<unknown> }} database a TypeORM DataSource or EntityManager
 * @returns {Promise<{ council: string, wards: string[] }>} slugs
 */
export async function addStokeOnTrent(database) {
  const { features } = JSON.parse(await data('stoke_wards_2024_bestfit.geojson'));
  /** @type {Record<string, string>[]} */
  const profiles = parse(await data('stoke_ward24_profile.csv'), { columns: true });
  const residents = new Map(profiles.map((row) => [row['ward24_code'], Number(row['total_residents'])]));

  const polygons = features.flatMap(polygonsOf);
  const put = (/** @type {object} */ place) => putPlace(database, place);
  await put({
    slug: 'stoke-on-trent',
    name: 'Stoke-on-Trent',
    kind: 'council',
    code: 'E06000021',
    parentSlug: null,
    population: CITY_RESIDENTS,
    boundary: outline(polygons),
  });
  const wards = [];
  for (const { properties, geometry } of features) {
    const slug = slugOf(properties.ward24_name);
    await put({
      slug,
      name: properties.ward24_name,
      kind: 'ward',
      code: properties.ward24_code,
      parentSlug: 'stoke-on-trent',
      population: residents.get(properties.ward24_code) ?? null,
      boundary: geometry,
    });
    wards.push(slug);
  }
  await putInventedPostcodes(database);
  return { council: 'stoke-on-trent', wards };
}

/** @param {{ query: (sql: string, params?: unknown[]) => Promise<unknown> }} database @param {any} place */
async function putPlace(database, { slug, name, kind, code, parentSlug, population, boundary }) {
  await database.query(
    `INSERT INTO places (slug, name, kind, code, parent_id, population, valid_from,
                         boundary, boundary_credit, boundary_is_approximate)
     VALUES ($1, $2, $3, $4, (SELECT id FROM places WHERE slug = $5), $6, $7, $8, $9, true)
     ON CONFLICT (slug) DO UPDATE SET
       name = excluded.name, kind = excluded.kind, code = excluded.code, parent_id = excluded.parent_id,
       population = excluded.population, valid_from = excluded.valid_from, boundary = excluded.boundary,
       boundary_credit = excluded.boundary_credit, boundary_is_approximate = true`,
    [slug, name, kind, code, parentSlug, population, IN_FORCE_SINCE, JSON.stringify(boundary), CREDIT],
  );
}

/**
 * Real ones, once an administrator imports them, are left alone.
 *
 * @param {{ query: (sql: string, params?: unknown[]) => Promise<unknown> }} database
 */
async function putInventedPostcodes(database) {
  /** @type {Record<string, string>[]} */
  const rows = parse(await data('invented_postcodes.csv'), { columns: true });
  await database.query(
    `INSERT INTO postcodes (postcode, place_id, invented)
     SELECT given.postcode, places.id, true
     FROM unnest($1::text[], $2::text[]) AS given (postcode, code) JOIN places USING (code)
     ON CONFLICT DO NOTHING`,
    [rows.map((row) => row['pcds']), rows.map((row) => row['osward'])],
  );
}

/** @param {{ geometry: { type: string, coordinates: any } }} feature */
function polygonsOf({ geometry }) {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

/** @param {string} name */
function slugOf(name) {
  return name
    .toLowerCase()
    .replaceAll("'", '')
    .replace(/&/g, 'and')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
