import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A file may have brought a quarter of a million people: they are taken back in parts, each well within the time a
 * statement has, all in the transaction of whoever confirms. An entry that leaves is looked for in every table that
 * names one, so each has an index for it.
 */
export class WithdrawInParts1764010300300 implements MigrationInterface {
  name = 'WithdrawInParts1764010300300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX claim_elector ON roll.claim (election, elector) WHERE elector IS NOT NULL;
      CREATE INDEX reissue_elector ON roll.reissue (election, elector);
      ALTER TABLE roll.withdrawal ADD COLUMN taken_off integer NOT NULL DEFAULT 0 CHECK (taken_off >= 0);
      DROP FUNCTION roll.withdraw(uuid, uuid, text);

      -- Done once "finished": the caller calls again, in its transaction, until then.
      CREATE FUNCTION roll.withdraw(asked uuid, confirmer uuid, told text, most integer, OUT gone integer, OUT finished boolean)
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
      DECLARE
        due roll.withdrawal;
        leaving uuid[];
        part integer;
      BEGIN
        SELECT * INTO due FROM roll.withdrawal
         WHERE withdrawal = asked AND confirmed_at IS NULL AND dropped_at IS NULL FOR UPDATE;
        IF NOT FOUND THEN RETURN; END IF;
        IF confirmer IS NULL OR confirmer IS NOT DISTINCT FROM due.asked_by THEN
          RAISE EXCEPTION 'a second person confirms this' USING ERRCODE = 'check_violation';
        END IF;

        IF due.upload IS NULL THEN
          leaving := ARRAY[due.elector];
          INSERT INTO roll.removed_key (election, digest)
            SELECT election, digest FROM roll.match_key
             WHERE election = due.election AND elector = due.elector AND likeness IN ('person', 'name-birth')
            ON CONFLICT DO NOTHING;
        ELSE
          leaving := ARRAY(SELECT elector FROM roll.arrival WHERE upload = due.upload LIMIT most);
          DELETE FROM roll.claim WHERE upload = due.upload AND stage = 'waiting';
        END IF;
        UPDATE roll.claim SET stage = 'refused', elector = NULL, reason = told, decided_by = confirmer,
               decided_at = clock_timestamp()
         WHERE election = due.election AND elector = ANY (leaving);
        UPDATE roll.withdrawal SET dropped_at = clock_timestamp(), elector = NULL, sealed_details = NULL
         WHERE election = due.election AND elector = ANY (leaving) AND withdrawal <> asked;
        DELETE FROM roll.elector WHERE election = due.election AND elector = ANY (leaving);
        GET DIAGNOSTICS part = ROW_COUNT;
        gone := due.taken_off + part;
        finished := due.upload IS NULL OR NOT EXISTS (SELECT FROM roll.arrival WHERE upload = due.upload);
        UPDATE roll.withdrawal SET taken_off = gone WHERE withdrawal = asked;
        IF finished THEN
          UPDATE roll.withdrawal SET confirmed_by = confirmer, confirmed_at = clock_timestamp(), removed = gone,
                 elector = NULL, sealed_details = NULL
           WHERE withdrawal = asked;
        END IF;
      END $$;
      REVOKE ALL ON FUNCTION roll.withdraw(uuid, uuid, text, integer) FROM PUBLIC;
      DO $$
      BEGIN
        IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'svc_app') THEN
          GRANT EXECUTE ON FUNCTION roll.withdraw(uuid, uuid, text, integer) TO svc_app;
        END IF;
      END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION roll.withdraw(uuid, uuid, text, integer);
      DROP INDEX roll.claim_elector, roll.reissue_elector;
      ALTER TABLE roll.withdrawal DROP COLUMN taken_off;
      ${ALL_AT_ONCE}
    `);
  }
}

/** As it was before. */
const ALL_AT_ONCE = `
  CREATE FUNCTION roll.withdraw(asked uuid, confirmer uuid, told text) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
  DECLARE
    due roll.withdrawal;
    leaving uuid[];
    gone integer;
  BEGIN
    SELECT * INTO due FROM roll.withdrawal
     WHERE withdrawal = asked AND confirmed_at IS NULL AND dropped_at IS NULL FOR UPDATE;
    IF NOT FOUND THEN RETURN NULL; END IF;
    IF confirmer IS NULL OR confirmer IS NOT DISTINCT FROM due.asked_by THEN
      RAISE EXCEPTION 'a second person confirms this' USING ERRCODE = 'check_violation';
    END IF;

    IF due.upload IS NULL THEN
      leaving := ARRAY[due.elector];
      INSERT INTO roll.removed_key (election, digest)
        SELECT election, digest FROM roll.match_key
         WHERE election = due.election AND elector = due.elector AND likeness IN ('person', 'name-birth')
        ON CONFLICT DO NOTHING;
    ELSE
      leaving := ARRAY(SELECT elector FROM roll.arrival WHERE upload = due.upload);
      DELETE FROM roll.claim WHERE upload = due.upload AND stage = 'waiting';
    END IF;
    UPDATE roll.claim SET stage = 'refused', elector = NULL, reason = told, decided_by = confirmer,
           decided_at = clock_timestamp()
     WHERE election = due.election AND elector = ANY (leaving);
    UPDATE roll.withdrawal SET dropped_at = clock_timestamp(), elector = NULL, sealed_details = NULL
     WHERE election = due.election AND elector = ANY (leaving) AND withdrawal <> asked;
    DELETE FROM roll.elector WHERE election = due.election AND elector = ANY (leaving);
    GET DIAGNOSTICS gone = ROW_COUNT;
    UPDATE roll.withdrawal SET confirmed_by = confirmer, confirmed_at = clock_timestamp(), removed = gone,
           elector = NULL, sealed_details = NULL
     WHERE withdrawal = asked;
    RETURN gone;
  END $$;
  REVOKE ALL ON FUNCTION roll.withdraw(uuid, uuid, text) FROM PUBLIC;
  DO $$
  BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'svc_app') THEN
      GRANT EXECUTE ON FUNCTION roll.withdraw(uuid, uuid, text) TO svc_app;
    END IF;
  END $$;`;
