import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateDeliveries1764001010000 implements MigrationInterface {
  name = 'CreateDeliveries1764001010000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- One row for each funded proposal that somebody has taken on. It can only end with words about its outcome.
      CREATE TABLE deliveries (
        proposal_number integer PRIMARY KEY REFERENCES proposals,
        owner_body text NOT NULL CHECK (char_length(btrim(owner_body)) BETWEEN 2 AND 120),
        contact_office text NOT NULL CHECK (char_length(btrim(contact_office)) BETWEEN 2 AND 200),
        budget_pence bigint NOT NULL CHECK (budget_pence >= 0),
        begun_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        heard_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        ending text CHECK (ending IN ('delivered', 'stopped')),
        ended_at timestamptz,
        outcome text CHECK (char_length(btrim(outcome)) BETWEEN 20 AND 3000),
        different_now text CHECK (char_length(btrim(different_now)) BETWEEN 5 AND 2000),
        not_done text CHECK (char_length(btrim(not_done)) BETWEEN 5 AND 2000),
        CONSTRAINT ended_in_words CHECK (num_nulls(ending, ended_at, outcome, different_now, not_done) IN (0, 5))
      );

      CREATE TABLE milestones (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        proposal_number integer NOT NULL REFERENCES deliveries,
        title text NOT NULL CHECK (char_length(btrim(title)) BETWEEN 3 AND 120),
        planned_on date NOT NULL,
        forecast_on date NOT NULL,
        done_on date,
        -- Handed in with a change to a later date, kept in milestone_slips, and empty again afterwards.
        slip_reason text,
        CONSTRAINT done_by_its_forecast CHECK (done_on <= forecast_on)
      );
      CREATE INDEX milestones_proposal ON milestones (proposal_number, forecast_on);

      CREATE TABLE milestone_slips (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        milestone_id uuid NOT NULL REFERENCES milestones,
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        from_on date NOT NULL,
        to_on date NOT NULL,
        reason text NOT NULL CHECK (char_length(btrim(reason)) BETWEEN 10 AND 1000),
        CHECK (to_on > from_on)
      );
      CREATE INDEX milestone_slips_milestone ON milestone_slips (milestone_id, id);

      CREATE FUNCTION guard_milestone() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'INSERT' THEN
          IF NEW.forecast_on <> NEW.planned_on OR NEW.done_on IS NOT NULL THEN
            RAISE EXCEPTION 'a milestone begins as it was planned' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
        ELSE
          IF OLD.done_on IS NOT NULL THEN
            RAISE EXCEPTION 'a milestone that is done never changes' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          IF (NEW.planned_on, NEW.proposal_number) IS DISTINCT FROM (OLD.planned_on, OLD.proposal_number) THEN
            RAISE EXCEPTION 'the planned date never changes' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          -- Without a reason the insert fails, and the change with it.
          IF NEW.forecast_on > OLD.forecast_on THEN
            INSERT INTO milestone_slips (milestone_id, from_on, to_on, reason)
            VALUES (NEW.id, OLD.forecast_on, NEW.forecast_on, NEW.slip_reason);
          END IF;
        END IF;
        NEW.slip_reason := NULL;
        RETURN NEW;
      END $$;
      CREATE TRIGGER milestones_guarded BEFORE INSERT OR UPDATE ON milestones
        FOR EACH ROW EXECUTE FUNCTION guard_milestone();

      -- A correction is a row that takes the place of another; nothing is ever rewritten.
      CREATE TABLE spend_entries (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        proposal_number integer NOT NULL REFERENCES deliveries,
        kind text NOT NULL CHECK (kind IN ('committed', 'paid')),
        amount_pence bigint NOT NULL CHECK (amount_pence >= 0),
        spent_on date NOT NULL,
        payee text NOT NULL CHECK (char_length(btrim(payee)) BETWEEN 2 AND 120),
        what_for text NOT NULL CHECK (char_length(btrim(what_for)) BETWEEN 3 AND 200),
        local boolean NOT NULL,
        social boolean NOT NULL,
        corrects uuid UNIQUE REFERENCES spend_entries,
        reason text CHECK (char_length(btrim(reason)) BETWEEN 10 AND 1000),
        entered_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        CHECK ((corrects IS NULL) = (reason IS NULL)),
        CHECK (amount_pence > 0 OR corrects IS NOT NULL)
      );
      CREATE INDEX spend_entries_proposal ON spend_entries (proposal_number, spent_on);

      CREATE FUNCTION guard_spend_entry() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'INSERT' AND (NEW.corrects IS NULL OR EXISTS (
             SELECT 1 FROM spend_entries WHERE id = NEW.corrects AND proposal_number = NEW.proposal_number)) THEN
          RETURN NEW;
        END IF;
        RAISE EXCEPTION 'spend is only ever added to: enter a correction' USING ERRCODE = 'integrity_constraint_violation';
      END $$;
      CREATE TRIGGER spend_entries_guarded BEFORE INSERT OR UPDATE OR DELETE ON spend_entries
        FOR EACH ROW EXECUTE FUNCTION guard_spend_entry();

      CREATE TABLE delivery_updates (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        proposal_number integer NOT NULL REFERENCES deliveries,
        words text NOT NULL CHECK (char_length(btrim(words)) BETWEEN 10 AND 4000),
        told_at timestamptz NOT NULL DEFAULT clock_timestamp()
      );
      CREATE INDEX delivery_updates_proposal ON delivery_updates (proposal_number, told_at DESC);

      CREATE FUNCTION guard_ended_delivery() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.ended_at IS NOT NULL THEN
          RAISE EXCEPTION 'a delivery that has ended never changes' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER deliveries_guarded BEFORE UPDATE ON deliveries
        FOR EACH ROW EXECUTE FUNCTION guard_ended_delivery();

      -- Delivered or stopped are words about a delivery that ended so.
      CREATE FUNCTION guard_delivered_proposal() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT EXISTS (SELECT 1 FROM deliveries WHERE proposal_number = NEW.number AND ending = NEW.state) THEN
          RAISE EXCEPTION 'delivered or stopped needs its outcome in words' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER proposals_ended_in_words AFTER UPDATE OF state ON proposals
        FOR EACH ROW WHEN (NEW.state IN ('delivered', 'stopped') AND OLD.state <> NEW.state)
        EXECUTE FUNCTION guard_delivered_proposal();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER proposals_ended_in_words ON proposals;
      DROP TABLE delivery_updates, spend_entries, milestone_slips, milestones, deliveries;
      DROP FUNCTION guard_delivered_proposal(), guard_ended_delivery(), guard_spend_entry(), guard_milestone();
    `);
  }
}
