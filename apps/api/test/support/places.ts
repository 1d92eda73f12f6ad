import type { TestApp } from './test-app.js';

export interface PlaceTraits {
  readonly name?: string;
  readonly kind?: 'council' | 'ward' | 'estate';
  /** Slug of the place around it; must exist. */
  readonly parent?: string;
}

/** A place made straight in the database. @returns its id; an existing place of that slug is left as it is */
export async function testPlace(
  api: TestApp,
  slug: string,
  { name = slug, kind = 'council', parent }: PlaceTraits = {},
): Promise<string> {
  await api.db.query(
    `INSERT INTO places (slug, name, kind, parent_id, valid_from)
     VALUES ($1, $2, $3, (SELECT id FROM places WHERE slug = $4), '2000-01-01') ON CONFLICT (slug) DO NOTHING`,
    [slug, name, kind, parent ?? null],
  );
  const [{ id }] = await api.db.query<[{ id: string }]>('SELECT id FROM places WHERE slug = $1', [slug]);
  return id;
}
