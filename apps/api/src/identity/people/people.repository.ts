import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

export interface Person {
  readonly id: string;
  readonly email: string;
  readonly displayName: string;
  readonly passwordHash: string;
  /** YYYY-MM-DD */
  readonly dateOfBirth: string;
  readonly confirmed: boolean;
  readonly suspended: boolean;
}

export interface NewPerson {
  readonly email: string;
  readonly displayName: string;
  readonly passwordHash: string;
  readonly dateOfBirth: string;
  readonly homePlaceId: string | null;
}

export interface KnownPlace {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly kind: 'council' | 'ward' | 'estate';
}

const PERSON = `id, email, display_name AS "displayName", password_hash AS "passwordHash",
  date_of_birth::text AS "dateOfBirth", confirmed_at IS NOT NULL AS confirmed, suspended_at IS NOT NULL AS suspended`;

/** One spelling for an address, so that it belongs to one account. */
export const normaliseEmail = (email: string): string => email.trim().normalize('NFC').toLowerCase();

@Injectable()
export class PeopleRepository {
  constructor(private readonly database: DataSource) {}

  /** Nobody who left is found. */
  async byEmail(email: string): Promise<Person | undefined> {
    const [person] = await this.database.query<Person[]>(
      `SELECT ${PERSON} FROM people WHERE email = $1 AND left_at IS NULL`,
      [normaliseEmail(email)],
    );
    return person;
  }

  async byId(id: string): Promise<Person | undefined> {
    const [person] = await this.database.query<Person[]>(
      `SELECT ${PERSON} FROM people WHERE id = $1 AND left_at IS NULL`,
      [id],
    );
    return person;
  }

  /**
   * Keeps a registration. An address that nobody confirmed yet belongs to the newest registration.
   *
   * @returns the id, or `null` when the address belongs to a confirmed account
   */
  async register(person: NewPerson): Promise<string | null> {
    const [row] = await this.database.query<{ id: string }[]>(
      `INSERT INTO people (email, display_name, password_hash, date_of_birth, home_place_id)
       VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (email) DO UPDATE SET display_name = EXCLUDED.display_name, password_hash = EXCLUDED.password_hash,
         date_of_birth = EXCLUDED.date_of_birth, home_place_id = EXCLUDED.home_place_id, registered_at = clock_timestamp()
       WHERE people.confirmed_at IS NULL
       RETURNING id`,
      [
        normaliseEmail(person.email),
        person.displayName,
        person.passwordHash,
        person.dateOfBirth,
        person.homePlaceId,
      ],
    );
    return row?.id ?? null;
  }

  async confirm(id: string, manager: EntityManager): Promise<void> {
    await manager.query(
      'UPDATE people SET confirmed_at = coalesce(confirmed_at, clock_timestamp()) WHERE id = $1',
      [id],
    );
  }

  async setPassword(id: string, passwordHash: string, manager: EntityManager): Promise<void> {
    await manager.query('UPDATE people SET password_hash = $2 WHERE id = $1', [id, passwordHash]);
  }

  /** `undefined` leaves a detail as it is. */
  async change(
    id: string,
    change: { displayName?: string | undefined; homePlaceId?: string | null | undefined },
  ): Promise<void> {
    await this.database.query(
      `UPDATE people SET display_name = coalesce($2, display_name),
         home_place_id = CASE WHEN $3 THEN $4::uuid ELSE home_place_id END WHERE id = $1`,
      [id, change.displayName ?? null, change.homePlaceId !== undefined, change.homePlaceId ?? null],
    );
  }

  /** Nobody who left is young or new. */
  async standingOf(id: string): Promise<{ young: boolean; newcomer: boolean }> {
    const [row] = await this.database.query<{ young: boolean; newcomer: boolean }[]>(
      `SELECT date_of_birth > local_today() - interval '18 years' AS young,
         NOT demo AND coalesce(confirmed_at, registered_at) > clock_timestamp() - interval '3 days' AS newcomer
       FROM people WHERE id = $1 AND left_at IS NULL`,
      [id],
    );
    return row ?? { young: false, newcomer: false };
  }

  /** Places belong to a feature above this one; a role and a home name one, so their row is looked up here. */
  async placeBySlug(slug: string): Promise<KnownPlace | undefined> {
    const [place] = await this.database.query<KnownPlace[]>(
      'SELECT id, slug, name, kind FROM places WHERE slug = $1',
      [slug],
    );
    return place;
  }

  /** The day it is where the councils are. */
  async today(): Promise<string> {
    const [row] = await this.database.query<[{ today: string }]>('SELECT local_today()::text AS today');
    return row.today;
  }
}
