import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepAnAdministrator1764010600000 implements MigrationInterface {
  name = 'KeepAnAdministrator1764010600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Places for which somebody, leaving out one person, is administrator with no last day, for it or for all around it.
      CREATE FUNCTION keeps_an_administrator(place uuid, without uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
        SELECT EXISTS (
          SELECT 1 FROM roles_in_force r JOIN people p ON p.id = r.person_id
          WHERE r.role = 'administrator' AND r.to_date IS NULL AND r.person_id IS DISTINCT FROM without
            AND p.left_at IS NULL AND p.suspended_at IS NULL AND r.place_id IN (SELECT place_and_ancestors(place)))
      $$;

      -- One at a time: two administrators who end each other's role at once must not both succeed.
      CREATE FUNCTION guard_last_administrator() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_advisory_xact_lock(hashtext('held_roles.administrators'));
        IF NOT keeps_an_administrator(OLD.place_id, NULL) THEN
          RAISE EXCEPTION 'a place keeps an administrator'
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'an_administrator_remains';
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER held_roles_keep_administrator AFTER UPDATE ON held_roles FOR EACH ROW
        WHEN (OLD.role = 'administrator' AND OLD.revoked_at IS NULL
          AND OLD.from_date <= local_today() AND (OLD.to_date IS NULL OR OLD.to_date >= local_today())
          AND (OLD.person_id, OLD.role, OLD.place_id, OLD.from_date, OLD.to_date, OLD.revoked_at)
            IS DISTINCT FROM (NEW.person_id, NEW.role, NEW.place_id, NEW.from_date, NEW.to_date, NEW.revoked_at))
        EXECUTE FUNCTION guard_last_administrator();
      CREATE TRIGGER held_roles_keep_administrator_row AFTER DELETE ON held_roles FOR EACH ROW
        WHEN (OLD.role = 'administrator' AND OLD.revoked_at IS NULL
          AND OLD.from_date <= local_today() AND (OLD.to_date IS NULL OR OLD.to_date >= local_today()))
        EXECUTE FUNCTION guard_last_administrator();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER held_roles_keep_administrator_row ON held_roles;
      DROP TRIGGER held_roles_keep_administrator ON held_roles;
      DROP FUNCTION guard_last_administrator();
      DROP FUNCTION keeps_an_administrator(uuid, uuid);
    `);
  }
}
