import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePeople1764000002000 implements MigrationInterface {
  name = 'CreatePeople1764000002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE people (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        -- As the people repository writes it: trimmed, lower case. NULL once the person has left.
        email text UNIQUE,
        display_name text NOT NULL CHECK (char_length(display_name) BETWEEN 2 AND 60),
        password_hash text NOT NULL,
        date_of_birth date NOT NULL,
        home_place_id uuid REFERENCES places,
        registered_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        confirmed_at timestamptz,
        suspended_at timestamptz,
        left_at timestamptz,
        demo boolean NOT NULL DEFAULT false,
        CHECK (email IS NOT NULL OR left_at IS NOT NULL)
      );
      CREATE INDEX people_demo ON people (id) WHERE demo;

      CREATE TABLE held_roles (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        person_id uuid NOT NULL REFERENCES people ON DELETE CASCADE,
        role text NOT NULL CHECK (role IN ('resident', 'youth-member', 'guardian', 'juror', 'facilitator',
          'reviewer', 'officer', 'moderator', 'auditor', 'administrator')),
        place_id uuid NOT NULL REFERENCES places,
        from_date date NOT NULL,
        to_date date CHECK (to_date >= from_date),
        granted_by uuid REFERENCES people ON DELETE SET NULL,
        granted_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        revoked_at timestamptz,
        CHECK (granted_by <> person_id)
      );
      CREATE INDEX held_roles_person ON held_roles (person_id);
      CREATE INDEX held_roles_place ON held_roles (place_id);

      CREATE VIEW roles_in_force AS
        SELECT id, person_id, role, place_id, from_date, to_date FROM held_roles
        WHERE revoked_at IS NULL AND from_date <= local_today() AND (to_date IS NULL OR to_date >= local_today());

      CREATE TABLE sessions (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        person_id uuid NOT NULL REFERENCES people ON DELETE CASCADE,
        second_factor boolean NOT NULL,
        source_hash bytea,
        started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        expires_at timestamptz NOT NULL,
        ended_at timestamptz,
        ended_because text CHECK (ended_because IN ('signed-out', 'signed-out-everywhere', 'token-reused',
          'password-reset', 'second-factor-changed')),
        CHECK ((ended_at IS NULL) = (ended_because IS NULL))
      );
      CREATE INDEX sessions_person ON sessions (person_id);

      CREATE TABLE refresh_tokens (
        hash bytea PRIMARY KEY CHECK (octet_length(hash) = 32),
        session_id uuid NOT NULL REFERENCES sessions ON DELETE CASCADE,
        issued_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        rotated_at timestamptz
      );
      CREATE INDEX refresh_tokens_session ON refresh_tokens (session_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE refresh_tokens, sessions; DROP VIEW roles_in_force; DROP TABLE held_roles, people',
    );
  }
}
