import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The API enters as `svc_app`, which owns nothing, and its issuer of passes as `svc_roll`. Later tables open
 * themselves to `svc_app` by default privileges; what it must never do is taken away by name.
 */
export class SplitRoles1764000810000 implements MigrationInterface {
  name = 'SplitRoles1764000810000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Whether a private key is there, for a role that may not read it.
      ALTER TABLE roll.issuer_key
        ADD COLUMN has_private boolean GENERATED ALWAYS AS (issuer_private_sealed IS NOT NULL) STORED;
      CREATE TRIGGER issuer_key_is_only_destroyed BEFORE UPDATE ON roll.issuer_key FOR EACH ROW
        WHEN (NEW.issuer_private_sealed IS NOT NULL OR NEW.issuer_public <> OLD.issuer_public
          OR NEW.election <> OLD.election OR NEW.style <> OLD.style)
        EXECUTE FUNCTION refuse_change();
      -- pg-boss fills it, in the role of the API.
      CREATE SCHEMA IF NOT EXISTS jobs;
    `);
    await runner.query(APP_ROLE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER issuer_key_is_only_destroyed ON roll.issuer_key;
      ALTER TABLE roll.issuer_key DROP COLUMN has_private;
      DO $$
      BEGIN
        IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'svc_app') THEN
          ALTER DEFAULT PRIVILEGES REVOKE SELECT, INSERT, UPDATE, DELETE ON TABLES FROM svc_app;
          ALTER DEFAULT PRIVILEGES REVOKE USAGE ON SEQUENCES FROM svc_app;
          ALTER DEFAULT PRIVILEGES REVOKE USAGE ON SCHEMAS FROM svc_app;
          REVOKE ALL ON ALL TABLES IN SCHEMA public, roll FROM svc_app;
          REVOKE ALL ON ALL SEQUENCES IN SCHEMA public, roll FROM svc_app;
          REVOKE ALL ON SCHEMA roll FROM svc_app;
        END IF;
      END $$`);
  }
}

/** A database user who may not create roles goes on in one role for everything, as long as it is not production. */
const APP_ROLE = `
  DO $$
  DECLARE thing record;
  BEGIN
    BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'svc_app') THEN CREATE ROLE svc_app NOLOGIN; END IF;
    EXCEPTION
      WHEN insufficient_privilege THEN RAISE NOTICE 'svc_app was not created: this user may not create roles';
      WHEN duplicate_object OR unique_violation THEN NULL; -- another database of the cluster was quicker
    END;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'svc_app') THEN RETURN; END IF;

    ALTER DEFAULT PRIVILEGES GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO svc_app;
    ALTER DEFAULT PRIVILEGES GRANT USAGE ON SEQUENCES TO svc_app;
    ALTER DEFAULT PRIVILEGES GRANT USAGE ON SCHEMAS TO svc_app;
    FOR thing IN SELECT nspname AS name FROM pg_namespace
                 WHERE nspname !~ '^(pg_|information_schema$|jobs$)' AND nspowner = current_user::regrole
                    OR nspname = 'public'
    LOOP
      EXECUTE format('GRANT USAGE ON SCHEMA %I TO svc_app', thing.name);
      EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA %I TO svc_app', thing.name);
      EXECUTE format('GRANT USAGE ON ALL SEQUENCES IN SCHEMA %I TO svc_app', thing.name);
    END LOOP;

    -- What has happened stays; the log's head moves on and is never taken away.
    REVOKE UPDATE, DELETE ON audit_events FROM svc_app;
    REVOKE INSERT, DELETE ON audit_head FROM svc_app;
    REVOKE INSERT, UPDATE, DELETE ON migrations FROM svc_app;
    -- It makes and destroys issuer keys and cannot read one; it notes paper alone, and changes nobody's channel.
    REVOKE ALL ON roll.issuer_key, roll.participation FROM svc_app;
    GRANT INSERT (election, style, issuer_public, issuer_private_sealed),
      SELECT (election, style, issuer_public, has_private), UPDATE (issuer_private_sealed) ON roll.issuer_key TO svc_app;
    GRANT SELECT (election, elector, channel), INSERT (election, elector, channel), DELETE ON roll.participation TO svc_app;
    -- Counts of passes are written by the trigger of participation alone.
    REVOKE INSERT, UPDATE, DELETE ON roll.issue_count FROM svc_app;
    REVOKE UPDATE, DELETE ON roll.frozen, roll.kept_count FROM svc_app;

    -- A queue from before there was this role changes hands.
    GRANT USAGE, CREATE ON SCHEMA jobs TO svc_app;
    BEGIN
      FOR thing IN
        SELECT format('ALTER %s jobs.%I OWNER TO svc_app', CASE relkind WHEN 'S' THEN 'SEQUENCE' WHEN 'v' THEN 'VIEW' ELSE 'TABLE' END, relname) AS statement
          FROM pg_class WHERE relnamespace = 'jobs'::regnamespace AND relkind IN ('r', 'p', 'v')
        UNION ALL SELECT format('ALTER TYPE jobs.%I OWNER TO svc_app', typname)
          FROM pg_type WHERE typnamespace = 'jobs'::regnamespace AND typtype IN ('e', 'd')
        UNION ALL SELECT format('ALTER ROUTINE %s OWNER TO svc_app', oid::regprocedure)
          FROM pg_proc WHERE pronamespace = 'jobs'::regnamespace
      LOOP
        EXECUTE thing.statement;
      END LOOP;
    EXCEPTION WHEN insufficient_privilege THEN RAISE NOTICE 'the queue keeps its owner: this user may not hand it on';
    END;
  END $$`;
