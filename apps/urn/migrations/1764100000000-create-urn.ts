import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Elections and ballots. A ballot has no time, number, address or session of its own: nothing to join on. */
export class CreateUrn1764100000000 implements MigrationInterface {
  name = 'CreateUrn1764100000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA urn;
      REVOKE ALL ON SCHEMA public FROM PUBLIC;

      CREATE TABLE urn.election (
        id text PRIMARY KEY CHECK (id ~ '^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$'),
        manifest text NOT NULL,
        manifest_sha256 bytea NOT NULL CHECK (length(manifest_sha256) = 32),
        opens timestamptz NOT NULL,
        closes timestamptz NOT NULL CHECK (closes > opens),
        state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'closed', 'finished')),
        closed_at timestamptz,
        CHECK ((state = 'open') = (closed_at IS NULL))
      );

      CREATE TABLE urn.ballot (
        election text NOT NULL REFERENCES urn.election (id),
        style text NOT NULL,
        cred bytea NOT NULL CHECK (length(cred) = 32),
        rev smallint NOT NULL CHECK (rev BETWEEN 1 AND 20),
        commitment bytea NOT NULL UNIQUE CHECK (length(commitment) = 32),
        body text NOT NULL,
        cred_sig bytea CHECK (length(cred_sig) = 64),
        pass_prefix bytea CHECK (length(pass_prefix) = 32),
        pass_sig bytea CHECK (length(pass_sig) = 384),
        idx integer CHECK (idx > 0),
        source text NOT NULL CHECK (source IN ('online', 'paper')),
        PRIMARY KEY (election, cred, rev),
        UNIQUE (election, idx),
        CHECK (source = 'paper' OR (cred_sig IS NOT NULL AND pass_prefix IS NOT NULL AND pass_sig IS NOT NULL)),
        CHECK (source = 'online' OR (rev = 1 AND cred_sig IS NULL AND pass_prefix IS NULL AND pass_sig IS NULL))
      );
      CREATE INDEX ballot_waiting ON urn.ballot (election) WHERE idx IS NULL;

      GRANT USAGE ON SCHEMA urn TO svc_urn;
      GRANT SELECT (id, manifest, manifest_sha256, opens, closes, state, closed_at) ON urn.election TO svc_urn;
      GRANT SELECT (election, style, cred, rev, commitment, pass_prefix, pass_sig, idx) ON urn.ballot TO svc_urn;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA urn CASCADE');
  }
}
