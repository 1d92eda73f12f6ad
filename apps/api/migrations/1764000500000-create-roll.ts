import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who may vote and who holds a pass, apart from everything else: a schema of its own, whose columns share
 * nothing with the ballots but the names of election and style. `election` is the id of a round.
 */
export class CreateRoll1764000500000 implements MigrationInterface {
  name = 'CreateRoll1764000500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA roll;

      CREATE TABLE roll.elector (
        election uuid NOT NULL REFERENCES rounds,
        elector uuid NOT NULL DEFAULT gen_random_uuid(),
        style text NOT NULL CHECK (style ~ '^[a-z0-9-]{1,40}$'),
        PRIMARY KEY (election, elector)
      );

      -- Keyed digests only: the roll itself holds no name, no date of birth and no address.
      CREATE TABLE roll.match_key (
        election uuid NOT NULL,
        elector uuid NOT NULL,
        likeness text NOT NULL CHECK (likeness IN
          ('person', 'name-birth', 'initial-birth', 'birth-home', 'name-home', 'mailbox')),
        digest bytea NOT NULL CHECK (octet_length(digest) = 32),
        PRIMARY KEY (election, elector, digest),
        FOREIGN KEY (election, elector) REFERENCES roll.elector ON DELETE CASCADE
      );
      CREATE UNIQUE INDEX one_elector_per_person ON roll.match_key (election, digest) WHERE likeness = 'person';
      CREATE INDEX match_key_digest ON roll.match_key (election, digest);

      -- The only place that knows which account an elector is. Details are sealed and gone once decided.
      CREATE TABLE roll.claim (
        claim uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        election uuid NOT NULL REFERENCES rounds,
        person uuid REFERENCES people ON DELETE SET NULL,
        elector uuid,
        stage text NOT NULL CHECK (stage IN ('waiting', 'accepted', 'refused')),
        origin text NOT NULL CHECK (origin IN ('account', 'file')),
        connection text NOT NULL CHECK (connection IN ('live', 'work', 'study')),
        sealed_details bytea,
        -- While it waits: the same person asking twice is seen before either is decided.
        person_digest bytea CHECK (octet_length(person_digest) = 32),
        letter_digest bytea CHECK (octet_length(letter_digest) = 32),
        address_confirmed boolean NOT NULL DEFAULT false,
        reason text,
        asked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        decided_at timestamptz,
        decided_by uuid REFERENCES people ON DELETE SET NULL,
        FOREIGN KEY (election, elector) REFERENCES roll.elector,
        CHECK ((stage = 'accepted') = (elector IS NOT NULL)),
        CHECK ((stage = 'waiting') = (sealed_details IS NOT NULL)),
        CHECK ((stage = 'waiting') = (decided_at IS NULL)),
        CHECK ((stage = 'waiting') = (person_digest IS NOT NULL)),
        CHECK (stage = 'waiting' OR letter_digest IS NULL)
      );
      CREATE UNIQUE INDEX one_claim_per_person ON roll.claim (election, person) WHERE stage <> 'refused';
      CREATE UNIQUE INDEX one_person_per_elector ON roll.claim (election, elector) WHERE person IS NOT NULL;
      CREATE UNIQUE INDEX one_waiting_line_per_person ON roll.claim (election, person_digest) WHERE origin = 'file';
      CREATE INDEX claim_waiting_person ON roll.claim (election, person_digest) WHERE stage = 'waiting';
      CREATE INDEX claim_queue ON roll.claim (election, asked_at, claim) WHERE stage = 'waiting';
      CREATE INDEX claim_person ON roll.claim (person);

      CREATE TABLE roll.frozen (
        election uuid PRIMARY KEY REFERENCES rounds,
        frozen_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        electors integer NOT NULL CHECK (electors >= 0)
      );

      CREATE TABLE roll.issuer_key (
        election uuid NOT NULL REFERENCES rounds,
        style text NOT NULL,
        issuer_public bytea NOT NULL,
        -- NULL once the vote is over.
        issuer_private_sealed bytea,
        PRIMARY KEY (election, style)
      );

      -- One row per elector over all channels. No time, no sequence: only counts are dated.
      CREATE TABLE roll.participation (
        election uuid NOT NULL,
        elector uuid NOT NULL,
        channel text NOT NULL CHECK (channel IN ('online', 'paper')),
        blinded_sha256 bytea CHECK (octet_length(blinded_sha256) = 32),
        PRIMARY KEY (election, elector),
        FOREIGN KEY (election, elector) REFERENCES roll.elector,
        CHECK ((channel = 'online') = (blinded_sha256 IS NOT NULL))
      );

      -- A count is the sum over its shards; one row per count would make every voter wait for the one before.
      CREATE TABLE roll.issue_count (
        election uuid NOT NULL REFERENCES rounds,
        style text NOT NULL,
        day date NOT NULL,
        channel text NOT NULL CHECK (channel IN ('online', 'paper')),
        shard smallint NOT NULL,
        n integer NOT NULL CHECK (n > 0),
        PRIMARY KEY (election, style, day, channel, shard)
      );

      -- Outbox: who is still to be told that a pass was issued in their name.
      CREATE TABLE roll.notice (
        election uuid NOT NULL,
        elector uuid NOT NULL,
        channel text NOT NULL,
        PRIMARY KEY (election, elector, channel),
        FOREIGN KEY (election, elector) REFERENCES roll.elector
      );

      CREATE TABLE roll.reissue (
        reissue uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        election uuid NOT NULL,
        elector uuid NOT NULL,
        reason text NOT NULL CHECK (char_length(reason) BETWEEN 5 AND 1000),
        asked_by uuid REFERENCES people ON DELETE SET NULL,
        asked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        confirmed_by uuid REFERENCES people ON DELETE SET NULL,
        confirmed_at timestamptz,
        FOREIGN KEY (election, elector) REFERENCES roll.elector,
        CHECK (asked_by <> confirmed_by)
      );
      CREATE UNIQUE INDEX one_open_reissue ON roll.reissue (election, elector) WHERE confirmed_at IS NULL;

      CREATE FUNCTION roll.refuse_frozen_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT FROM roll.frozen WHERE election = coalesce(NEW.election, OLD.election)) THEN
          RAISE EXCEPTION 'this roll is frozen' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN coalesce(NEW, OLD);
      END $$;
      CREATE TRIGGER elector_frozen BEFORE INSERT OR UPDATE OR DELETE ON roll.elector
        FOR EACH ROW EXECUTE FUNCTION roll.refuse_frozen_change();
      CREATE TRIGGER match_key_frozen BEFORE INSERT OR UPDATE ON roll.match_key
        FOR EACH ROW EXECUTE FUNCTION roll.refuse_frozen_change();
      CREATE TRIGGER claim_frozen BEFORE INSERT ON roll.claim
        FOR EACH ROW EXECUTE FUNCTION roll.refuse_frozen_change();
      CREATE TRIGGER claim_link_frozen BEFORE UPDATE ON roll.claim FOR EACH ROW
        WHEN (NEW.election IS DISTINCT FROM OLD.election OR NEW.elector IS DISTINCT FROM OLD.elector
          OR (NEW.person IS DISTINCT FROM OLD.person AND NEW.person IS NOT NULL))
        EXECUTE FUNCTION roll.refuse_frozen_change();
      CREATE TRIGGER frozen_stays BEFORE UPDATE OR DELETE ON roll.frozen
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      -- The count and the notice stand or fall with the row, and the role that issues needs no UPDATE for them.
      CREATE FUNCTION roll.note_issue() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
      BEGIN
        INSERT INTO roll.issue_count (election, style, day, channel, shard, n)
          SELECT NEW.election, e.style, public.local_today(), NEW.channel, floor(random() * 16), 1
          FROM roll.elector e WHERE e.election = NEW.election AND e.elector = NEW.elector
          ON CONFLICT (election, style, day, channel, shard) DO UPDATE SET n = roll.issue_count.n + 1;
        INSERT INTO roll.notice (election, elector, channel) VALUES (NEW.election, NEW.elector, NEW.channel)
          ON CONFLICT DO NOTHING;
        RETURN NULL;
      END $$;
      CREATE TRIGGER participation_noted AFTER INSERT ON roll.participation
        FOR EACH ROW EXECUTE FUNCTION roll.note_issue();
      REVOKE ALL ON FUNCTION roll.note_issue() FROM PUBLIC;
    `);
    await runner.query(ISSUER_ROLE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA roll CASCADE');
  }
}

/**
 * For an issuer that runs with a login of its own: it reads what signing needs and adds participations, nothing
 * else. A database user who may not create roles goes on without it.
 */
const ISSUER_ROLE = `
  DO $$
  BEGIN
    BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'svc_roll') THEN CREATE ROLE svc_roll NOLOGIN; END IF;
    EXCEPTION
      WHEN insufficient_privilege THEN RAISE NOTICE 'svc_roll was not created: this user may not create roles';
      WHEN duplicate_object OR unique_violation THEN NULL; -- another database of the cluster was quicker
    END;
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'svc_roll') THEN
      GRANT USAGE ON SCHEMA roll TO svc_roll;
      GRANT SELECT ON roll.elector, roll.participation, roll.issuer_key, roll.frozen TO svc_roll;
      GRANT SELECT (election, person, elector) ON roll.claim TO svc_roll;
      GRANT INSERT (election, elector, channel, blinded_sha256) ON roll.participation TO svc_roll;
    END IF;
  END $$`;
