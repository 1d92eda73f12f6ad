import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Until a roll is frozen, what a file brought can be taken back whole and somebody taken off, each by two people.
 * The API may not delete an entry itself: `roll.withdraw` does, for a request that one person made and another
 * confirms, and `roll.leave` for whoever closes their account.
 */
export class TakeBackVoters1764010300100 implements MigrationInterface {
  name = 'TakeBackVoters1764010300100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE roll.upload (
        upload uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        election uuid NOT NULL REFERENCES rounds,
        uploaded_by uuid REFERENCES people ON DELETE SET NULL,
        uploaded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        added integer NOT NULL CHECK (added >= 0),
        to_review integer NOT NULL CHECK (to_review >= 0),
        left_out integer NOT NULL CHECK (left_out >= 0)
      );
      CREATE INDEX upload_election ON roll.upload (election, uploaded_at);

      -- Which file brought an entry. Emptied when the roll is frozen: then nothing can be taken back.
      CREATE TABLE roll.arrival (
        election uuid NOT NULL,
        elector uuid NOT NULL,
        upload uuid NOT NULL REFERENCES roll.upload,
        PRIMARY KEY (election, elector),
        FOREIGN KEY (election, elector) REFERENCES roll.elector ON DELETE CASCADE
      );
      CREATE INDEX arrival_upload ON roll.arrival (upload);

      ALTER TABLE roll.claim ADD COLUMN upload uuid REFERENCES roll.upload;
      CREATE INDEX claim_upload ON roll.claim (upload) WHERE upload IS NOT NULL;

      -- Of upload and elector, one; the elector and who it is are forgotten once it is decided.
      CREATE TABLE roll.withdrawal (
        withdrawal uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        election uuid NOT NULL REFERENCES rounds,
        upload uuid REFERENCES roll.upload,
        elector uuid,
        sealed_details bytea,
        reason text NOT NULL CHECK (char_length(reason) BETWEEN 5 AND 1000),
        asked_by uuid REFERENCES people ON DELETE SET NULL,
        asked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        confirmed_by uuid REFERENCES people ON DELETE SET NULL,
        confirmed_at timestamptz,
        dropped_at timestamptz,
        removed integer CHECK (removed >= 0),
        CHECK (asked_by <> confirmed_by),
        CHECK (num_nonnulls(confirmed_at, dropped_at) <= 1),
        CHECK ((confirmed_at IS NULL) = (removed IS NULL)),
        CHECK ((elector IS NULL) = (sealed_details IS NULL)),
        CHECK (num_nonnulls(upload, elector) = CASE WHEN upload IS NULL AND num_nonnulls(confirmed_at, dropped_at) = 1 THEN 0 ELSE 1 END)
      );
      CREATE UNIQUE INDEX one_open_withdrawal_per_upload ON roll.withdrawal (upload)
        WHERE confirmed_at IS NULL AND dropped_at IS NULL;
      CREATE UNIQUE INDEX one_open_withdrawal_per_elector ON roll.withdrawal (election, elector);
      CREATE INDEX withdrawal_election ON roll.withdrawal (election, asked_at);

      -- Who was taken off does not come back by the next file unseen. Emptied when the roll is frozen.
      CREATE TABLE roll.removed_key (
        election uuid NOT NULL REFERENCES rounds,
        digest bytea NOT NULL CHECK (octet_length(digest) = 32),
        PRIMARY KEY (election, digest)
      );

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

      -- An entry that a file of the council brought stays: it names nobody, and the account was only linked to it.
      CREATE FUNCTION roll.leave(leaver uuid) RETURNS void
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
      BEGIN
        WITH own AS (
          DELETE FROM roll.claim c WHERE c.person = leaver AND c.origin = 'account'
             AND NOT EXISTS (SELECT FROM roll.frozen f WHERE f.election = c.election)
          RETURNING c.election, c.elector
        ), entries AS (
          SELECT o.election, o.elector FROM own o WHERE o.elector IS NOT NULL
             AND NOT EXISTS (SELECT FROM roll.arrival a WHERE a.election = o.election AND a.elector = o.elector)
             AND NOT EXISTS (SELECT FROM roll.claim c WHERE c.election = o.election AND c.elector = o.elector
               AND c.origin = 'file')
        ), asked AS (
          UPDATE roll.withdrawal w SET dropped_at = clock_timestamp(), elector = NULL, sealed_details = NULL
            FROM entries e WHERE w.election = e.election AND w.elector = e.elector
        )
        DELETE FROM roll.elector r USING entries e WHERE r.election = e.election AND r.elector = e.elector;
      END $$;
      REVOKE ALL ON FUNCTION roll.leave(uuid) FROM PUBLIC;

      DO $$
      BEGIN
        IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'svc_app') THEN
          REVOKE UPDATE, DELETE ON roll.elector FROM svc_app;
          REVOKE UPDATE ON roll.upload, roll.arrival FROM svc_app;
          GRANT UPDATE (added, to_review, left_out) ON roll.upload TO svc_app;
          REVOKE INSERT, UPDATE ON roll.removed_key FROM svc_app;
          REVOKE INSERT, UPDATE ON roll.withdrawal FROM svc_app;
          GRANT INSERT (withdrawal, election, upload, elector, sealed_details, reason, asked_by),
            UPDATE (dropped_at, elector, sealed_details) ON roll.withdrawal TO svc_app;
          GRANT EXECUTE ON FUNCTION roll.withdraw(uuid, uuid, text), roll.leave(uuid) TO svc_app;
        END IF;
      END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION roll.withdraw(uuid, uuid, text);
      DROP FUNCTION roll.leave(uuid);
      DROP TABLE roll.removed_key, roll.withdrawal, roll.arrival;
      ALTER TABLE roll.claim DROP COLUMN upload;
      DROP TABLE roll.upload;
      DO $$
      BEGIN
        IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'svc_app') THEN
          GRANT UPDATE, DELETE ON roll.elector TO svc_app;
        END IF;
      END $$;
    `);
  }
}
