import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Rows lie in a file in the order they were written, and their transactions are numbered: beside the ballot box's
 * batches that tells in which batch somebody's ballot is. `roll.stir` writes who took part anew, in an order of
 * chance and in one transaction. What it writes is no new participation: `roll.stirred` tells the trigger so, and
 * only the owner, as whom the function runs, can write there.
 */
export class StirRolls1764002000000 implements MigrationInterface {
  name = 'StirRolls1764002000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE roll.stirred (
        election uuid PRIMARY KEY REFERENCES rounds,
        rows integer NOT NULL CHECK (rows >= 0),
        stirring_in xid8
      );
      ${noteIssue('IF EXISTS (SELECT FROM roll.stirred WHERE stirring_in = pg_current_xact_id()) THEN RETURN NULL; END IF;')}

      CREATE FUNCTION roll.stir(newcomers integer) RETURNS integer
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
      DECLARE
        due record;
        stirred integer := 0;
      BEGIN
        FOR due IN
          SELECT p.election, count(*)::integer AS rows
            FROM roll.participation p LEFT JOIN roll.stirred s ON s.election = p.election
           GROUP BY p.election, s.rows
          HAVING abs(count(*) - coalesce(s.rows, 0)) >= newcomers * (1 + count(*) / 1000.0)
        LOOP
          INSERT INTO roll.stirred (election, rows, stirring_in)
            VALUES (due.election, due.rows, pg_current_xact_id())
            ON CONFLICT (election) DO UPDATE SET rows = EXCLUDED.rows, stirring_in = EXCLUDED.stirring_in;
          WITH lifted AS (DELETE FROM roll.participation WHERE election = due.election RETURNING *)
          INSERT INTO roll.participation SELECT * FROM lifted ORDER BY random();
          WITH lifted AS (DELETE FROM roll.notice WHERE election = due.election RETURNING *)
          INSERT INTO roll.notice SELECT * FROM lifted ORDER BY random();
          UPDATE roll.stirred SET stirring_in = NULL WHERE election = due.election;
          stirred := stirred + 1;
        END LOOP;
        RETURN stirred;
      END $$;
      REVOKE ALL ON FUNCTION roll.stir(integer) FROM PUBLIC;
      DO $$
      BEGIN
        IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'svc_app') THEN
          REVOKE ALL ON roll.stirred FROM svc_app;
          GRANT EXECUTE ON FUNCTION roll.stir(integer) TO svc_app;
        END IF;
      END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION roll.stir(integer);
      ${noteIssue('')}
      DROP TABLE roll.stirred;
    `);
  }
}

const noteIssue = (unless: string): string => `
  CREATE OR REPLACE FUNCTION roll.note_issue() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
  BEGIN
    ${unless}
    INSERT INTO roll.issue_count (election, style, day, channel, shard, n)
      SELECT NEW.election, e.style, public.local_today(), NEW.channel, floor(random() * 16), 1
      FROM roll.elector e WHERE e.election = NEW.election AND e.elector = NEW.elector
      ON CONFLICT (election, style, day, channel, shard) DO UPDATE SET n = roll.issue_count.n + 1;
    INSERT INTO roll.notice (election, elector, channel) VALUES (NEW.election, NEW.elector, NEW.channel)
      ON CONFLICT DO NOTHING;
    RETURN NULL;
  END $$;`;
