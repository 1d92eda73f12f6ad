import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

const GONE = 'Former member';
const YOUNG = 'Young member';

/** What the public may read in place of a person. The name of somebody under 18 never leaves. */
@Injectable()
export class PersonLabels {
  constructor(private readonly database: DataSource) {}

  /** @returns one label for every id asked for, also for people who are gone */
  async of(ids: Iterable<string>): Promise<Map<string, string>> {
    const labels = new Map([...ids].map((id) => [id, GONE]));
    if (labels.size === 0) return labels;
    const rows = await this.database.query<{ id: string; label: string }[]>(
      `SELECT id, CASE WHEN date_of_birth > local_today() - interval '18 years' THEN $2 ELSE display_name END AS label
       FROM people WHERE id = ANY ($1::uuid[]) AND left_at IS NULL`,
      [[...labels.keys()], YOUNG],
    );
    for (const { id, label } of rows) labels.set(id, label);
    return labels;
  }

  /** @returns the roles each of these people holds today, in one word or several; nobody's name */
  async rolesOf(ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.database.query<{ id: string; roles: string }[]>(
      `SELECT person_id AS id, string_agg(DISTINCT role, ', ' ORDER BY role) AS roles FROM roles_in_force
       WHERE person_id = ANY ($1::uuid[]) GROUP BY person_id`,
      [ids],
    );
    return new Map(rows.map(({ id, roles }) => [id, roles]));
  }
}
