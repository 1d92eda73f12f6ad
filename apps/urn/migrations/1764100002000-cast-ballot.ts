import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The one way a ballot gets in. `svc_urn` has no INSERT of its own: this function, run as its owner, holds the
 * election's row against closing, looks at the database's clock, stores and reads again. Called outside a transaction
 * block it is one transaction, so the answer comes after the commit and in one round trip.
 */
export class CastBallot1764100002000 implements MigrationInterface {
  name = 'CastBallot1764100002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION urn.cast_ballot(
        p_election text, p_style text, p_cred bytea, p_rev integer, p_commitment bytea, p_body text,
        p_cred_sig bytea, p_pass_prefix bytea, p_pass_sig bytea,
        OUT outcome text, OUT next_rev integer
      ) LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      DECLARE
        e record;
        kept bytea;
        first_style text;
      BEGIN
        SELECT state, opens, closes INTO e FROM urn.election WHERE id = p_election FOR SHARE;
        IF NOT FOUND THEN
          outcome := 'unknown';
          RETURN;
        END IF;

        SELECT commitment INTO kept FROM urn.ballot WHERE election = p_election AND cred = p_cred AND rev = p_rev;
        IF kept IS NULL THEN
          IF clock_timestamp() < e.opens THEN
            outcome := 'not-open';
            RETURN;
          END IF;
          IF e.state <> 'open' OR clock_timestamp() >= e.closes THEN
            outcome := 'closed';
            RETURN;
          END IF;
          SELECT coalesce(max(rev), 0) + 1, min(style) INTO next_rev, first_style
            FROM urn.ballot WHERE election = p_election AND cred = p_cred;
          IF p_rev <> next_rev THEN
            outcome := CASE WHEN p_rev < next_rev THEN 'taken' ELSE 'gap' END;
            RETURN;
          END IF;
          IF first_style <> p_style THEN
            outcome := 'other-style';
            RETURN;
          END IF;
          INSERT INTO urn.ballot
            (election, style, cred, rev, commitment, body, cred_sig, pass_prefix, pass_sig, idx, source)
            VALUES (p_election, p_style, p_cred, p_rev, p_commitment, p_body, p_cred_sig, p_pass_prefix, p_pass_sig,
                    NULL, 'online')
            ON CONFLICT (election, cred, rev) DO NOTHING;
          SELECT commitment INTO kept FROM urn.ballot WHERE election = p_election AND cred = p_cred AND rev = p_rev;
        END IF;

        next_rev := (SELECT max(rev) + 1 FROM urn.ballot WHERE election = p_election AND cred = p_cred);
        outcome := CASE WHEN kept = p_commitment THEN 'kept' ELSE 'taken' END;
      END $$;

      REVOKE ALL ON FUNCTION urn.cast_ballot FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION urn.cast_ballot TO svc_urn;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION urn.cast_ballot');
  }
}
