import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Reads and empties what the account holds; always within the caller's transaction. */
@Injectable()
export class DepartureRepository {
  account(personId: string, manager: EntityManager): Promise<object[]> {
    return manager.query(
      `SELECT p.display_name AS "displayName", p.email, p.date_of_birth::text AS "dateOfBirth", pl.name AS "homePlace",
         p.registered_at AS "registeredAt", p.confirmed_at AS "confirmedAt"
       FROM people p LEFT JOIN places pl ON pl.id = p.home_place_id WHERE p.id = $1`,
      [personId],
    );
  }

  signIns(personId: string, manager: EntityManager): Promise<object[]> {
    return manager.query(
      `SELECT started_at AS "startedAt", expires_at AS "expiresAt", ended_at AS "endedAt", ended_because AS "endedBecause",
         second_factor AS "withSecondFactor" FROM sessions WHERE person_id = $1 ORDER BY started_at`,
      [personId],
    );
  }

  roles(personId: string, manager: EntityManager): Promise<object[]> {
    return manager.query(
      `SELECT CASE WHEN r.person_id = $1 THEN 'held' ELSE 'given' END AS "as", r.role, pl.name AS place,
         r.from_date::text AS "from", r.to_date::text AS "to", r.revoked_at AS "revokedAt"
       FROM held_roles r JOIN places pl ON pl.id = r.place_id
       WHERE r.person_id = $1 OR r.granted_by = $1 ORDER BY r.granted_at`,
      [personId],
    );
  }

  /** Mails kept on this machine (demo only) go with the address. */
  async emptyAccount(personId: string, manager: EntityManager): Promise<void> {
    await manager.query('DELETE FROM mailbox WHERE recipient = (SELECT email FROM people WHERE id = $1)', [
      personId,
    ]);
    await manager.query(
      `UPDATE people SET email = NULL, display_name = 'Former member', password_hash = 'none', date_of_birth = NULL,
         home_place_id = NULL, demo = false, left_at = coalesce(left_at, clock_timestamp()) WHERE id = $1`,
      [personId],
    );
  }

  async endSignIns(personId: string, manager: EntityManager): Promise<void> {
    for (const sql of [
      'DELETE FROM sessions WHERE person_id = $1',
      'DELETE FROM mail_links WHERE person_id = $1',
      'DELETE FROM recovery_codes WHERE person_id = $1',
      'DELETE FROM second_factors WHERE person_id = $1',
    ]) {
      await manager.query(sql, [personId]);
    }
  }

  async endRoles(personId: string, manager: EntityManager): Promise<void> {
    await manager.query(
      'UPDATE held_roles SET revoked_at = clock_timestamp() WHERE person_id = $1 AND revoked_at IS NULL',
      [personId],
    );
  }

  /** Places for which nobody but this person is administrator with no last day: who would give roles there? */
  onlyAdministratorOf(personId: string, manager: EntityManager): Promise<{ name: string }[]> {
    return manager.query(
      `SELECT DISTINCT pl.name FROM roles_in_force r JOIN places pl ON pl.id = r.place_id
       WHERE r.person_id = $1 AND r.role = 'administrator' AND NOT keeps_an_administrator(r.place_id, $1)
       ORDER BY pl.name`,
      [personId],
    );
  }
}
