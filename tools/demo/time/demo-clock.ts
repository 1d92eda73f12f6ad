import { setTimeout as wait } from 'node:timers/promises';

import pg from 'pg';

const SCHEMA = 'demo_clock';
/** Start option of a connection that follows the demo's clock. */
export const DEMO_TIME = `-c search_path=${SCHEMA},public,pg_catalog`;

/**
 * Lets roles of a database find the demo's clock before the real one, where it is there; where it is not, nothing is
 * different for them. For connections that are made from now on.
 *
 * @param owner address of the database, as somebody who may change these roles
 */
export async function followDemoClock(owner: string, roles: readonly string[]): Promise<void> {
  const database = new pg.Client({ connectionString: owner });
  await database.connect();
  try {
    for (const role of roles) {
      await database.query(
        `ALTER ROLE ${role} IN DATABASE ${database.escapeIdentifier(database.database ?? '')}
           SET search_path = ${SCHEMA}, public, pg_catalog`,
      );
    }
  } finally {
    await database.end();
  }
}

/**
 * Lets the demo city be made at the times it tells of. The product reads the time in one place, its databases'
 * `clock_timestamp()`; while the city is loaded, a function of the same name shadows it there, and everything that
 * happens is dated by the very code that dates it in real life: histories, audit log, feeds, mails, the ballot box.
 * Nothing of it is part of the product, nothing of it is left when the city is whole, and a service in production
 * refuses to start on a database that has such a clock.
 */
export class DemoClock {
  private readonly databases: readonly pg.Client[];

  private constructor(databases: readonly pg.Client[]) {
    this.databases = databases;
  }

  /** @param urls as their owners, of every database that must tell the same time; the API's first */
  static async at(urls: readonly string[]): Promise<DemoClock> {
    const databases = urls.map((connectionString) => new pg.Client({ connectionString }));
    await Promise.all(databases.map((database) => database.connect()));
    return new DemoClock(databases);
  }

  /** Shows the real time until it is set. */
  async putUp(): Promise<void> {
    await this.everywhere(async (database) => {
      await database.query(MADE);
      await rewrite(database, 'clock_timestamp()', `${SCHEMA}.clock_timestamp()`);
    });
  }

  /** It goes on from there as clocks do. */
  async set(at: Date): Promise<void> {
    await this.everywhere((database) =>
      database.query(`UPDATE ${SCHEMA}.setting SET ahead = $1 - pg_catalog.clock_timestamp()`, [at]),
    );
  }

  async showRealTime(): Promise<void> {
    await this.everywhere((database) => database.query(`UPDATE ${SCHEMA}.setting SET ahead = '0'`));
  }

  /** What follows from the last acts has its time too. */
  async everythingHeard(): Promise<void> {
    for (;;) {
      const { rows } = await this.databases[0]!.query('SELECT FROM public.outbox LIMIT 1');
      if (rows.length === 0) return;
      await wait(50);
    }
  }

  /** Also what a load that was broken off left. */
  async takeDown(): Promise<void> {
    await this.everywhere(async (database) => {
      await rewrite(database, `${SCHEMA}.clock_timestamp()`, 'clock_timestamp()');
      await database.query(`DROP SCHEMA IF EXISTS ${SCHEMA} CASCADE`);
    });
  }

  /** Nobody follows it any more. */
  async end(): Promise<void> {
    await this.takeDown();
    await this.everywhere((database) => run(database, FOLLOWERS));
    await Promise.all(this.databases.map((database) => database.end()));
  }

  private async everywhere(work: (database: pg.Client) => Promise<unknown>): Promise<void> {
    await Promise.all(this.databases.map(work));
  }
}

const MADE = `
  CREATE SCHEMA ${SCHEMA};
  CREATE TABLE ${SCHEMA}.setting (ahead interval NOT NULL);
  INSERT INTO ${SCHEMA}.setting VALUES ('0');
  CREATE FUNCTION ${SCHEMA}.clock_timestamp() RETURNS timestamptz LANGUAGE sql VOLATILE
    RETURN pg_catalog.clock_timestamp() + (SELECT ahead FROM ${SCHEMA}.setting);
  GRANT USAGE ON SCHEMA ${SCHEMA} TO PUBLIC;
  GRANT SELECT ON ${SCHEMA}.setting TO PUBLIC;`;

/** Default values, and functions that search for names in a place of their own, do not follow a connection's search path. */
async function rewrite(database: pg.Client, before: string, after: string): Promise<void> {
  await database.query("SET search_path = 'pg_catalog'");
  await run(database, BOUND, [before, after, after.startsWith(SCHEMA)]);
}

/** @param finds statements, one a row */
async function run(database: pg.Client, finds: string, values: unknown[] = []): Promise<void> {
  const { rows } = await database.query<{ statement: string }>(finds, values);
  if (rows.length > 0) await database.query(rows.map(({ statement }) => statement).join(';\n'));
}

const FOLLOWERS = `
  SELECT format('ALTER ROLE %I IN DATABASE %I RESET search_path', r.rolname, current_database()) AS statement
    FROM pg_db_role_setting s JOIN pg_roles r ON r.oid = s.setrole, unnest(s.setconfig) AS setting
   WHERE s.setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database())
     AND setting LIKE 'search_path=%${SCHEMA}%'`;

const BOUND = `
  SELECT format('ALTER TABLE %s ALTER COLUMN %I SET DEFAULT %s', d.adrelid::regclass, a.attname,
                replace(pg_get_expr(d.adbin, d.adrelid), $1, $2)) AS statement
    FROM pg_attrdef d JOIN pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
   WHERE a.attgenerated = '' AND pg_get_expr(d.adbin, d.adrelid) LIKE '%' || $1 || '%'
     AND ($3 = (pg_get_expr(d.adbin, d.adrelid) NOT LIKE '%${SCHEMA}%'))
   UNION ALL
  SELECT format('ALTER FUNCTION %s SET search_path = %s', p.oid::regprocedure,
                CASE WHEN $3 THEN '${SCHEMA}, ' || path ELSE replace(path, '${SCHEMA}, ', '') END)
    FROM pg_proc p, LATERAL (SELECT substr(setting, 13) AS path FROM unnest(p.proconfig) AS setting
                              WHERE setting LIKE 'search_path=%') own
   WHERE p.prosrc LIKE '%clock_timestamp()%' AND $3 = (path NOT LIKE '${SCHEMA}%')`;
