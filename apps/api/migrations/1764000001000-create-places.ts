import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePlaces1764000001000 implements MigrationInterface {
  name = 'CreatePlaces1764000001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE places (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
        code text,
        name text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('council', 'ward', 'estate')),
        parent_id uuid REFERENCES places,
        population integer CHECK (population >= 0),
        valid_from date NOT NULL,
        valid_to date CHECK (valid_to >= valid_from),
        boundary jsonb,
        boundary_credit text,
        boundary_is_approximate boolean NOT NULL DEFAULT false,
        CHECK (parent_id <> id)
      );
      CREATE INDEX places_parent ON places (parent_id);

      -- The day it is where the councils are: a role that ends on the 30th ends at midnight there.
      CREATE FUNCTION local_today() RETURNS date LANGUAGE sql STABLE AS $$
        SELECT (clock_timestamp() AT TIME ZONE 'Europe/London')::date
      $$;

      -- UNION, not UNION ALL: a loop in the tree ends instead of running for ever.
      CREATE FUNCTION place_and_ancestors(place uuid) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
        WITH RECURSIVE up (id, parent_id) AS (
          SELECT p.id, p.parent_id FROM places p WHERE p.id = place
          UNION
          SELECT p.id, p.parent_id FROM places p JOIN up ON p.id = up.parent_id
        )
        SELECT id FROM up
      $$;

      CREATE FUNCTION place_and_descendants(place uuid) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
        WITH RECURSIVE down (id) AS (
          SELECT p.id FROM places p WHERE p.id = place
          UNION
          SELECT p.id FROM places p JOIN down ON p.parent_id = down.id
        )
        SELECT id FROM down
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION place_and_descendants(uuid);
      DROP FUNCTION place_and_ancestors(uuid);
      DROP FUNCTION local_today();
      DROP TABLE places;
    `);
  }
}
