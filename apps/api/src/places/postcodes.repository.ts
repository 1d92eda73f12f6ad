import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** A postcode with the place it lies in. */
export interface PostcodeRow {
  readonly postcode: string;
  readonly placeId: string;
}

@Injectable()
export class PostcodesRepository {
  /** Ids of the places in force within the councils given, by GSS code. */
  async placeIdsByCode(councilIds: readonly string[], manager: EntityManager): Promise<Map<string, string>> {
    const rows = await manager.query<{ code: string; id: string }[]>(
      `SELECT code, id FROM places
       WHERE code IS NOT NULL
         AND id IN (SELECT place_and_descendants(council) FROM unnest($1::uuid[]) AS councils (council))
         AND valid_from <= local_today() AND (valid_to IS NULL OR valid_to > local_today())`,
      [councilIds],
    );
    return new Map(rows.map(({ code, id }) => [code, id]));
  }

  /** A postcode that is already known moves to its new place. */
  async put(rows: readonly PostcodeRow[], manager: EntityManager): Promise<void> {
    await manager.query(
      `INSERT INTO postcodes (postcode, place_id)
       SELECT DISTINCT ON (postcode) postcode, place_id
       FROM unnest($1::text[], $2::uuid[]) WITH ORDINALITY AS given (postcode, place_id, nth)
       ORDER BY postcode, nth DESC
       ON CONFLICT (postcode) DO UPDATE SET place_id = excluded.place_id, invented = false`,
      [rows.map(({ postcode }) => postcode), rows.map(({ placeId }) => placeId)],
    );
  }
}
