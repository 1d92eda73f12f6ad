import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';

import { startCluster } from '../../postgres/cluster.mjs';
import { DemoClock, followDemoClock } from './demo-clock.ts';

const PRODUCT = `
  CREATE ROLE svc LOGIN PASSWORD 'svc';
  CREATE TABLE events (name text, at timestamptz NOT NULL DEFAULT clock_timestamp(),
    until timestamptz DEFAULT (clock_timestamp() + interval '1 day'));
  CREATE FUNCTION sealed() RETURNS timestamptz LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp AS 'BEGIN RETURN clock_timestamp(); END';
  CREATE FUNCTION local_today() RETURNS date LANGUAGE sql STABLE AS 'SELECT clock_timestamp()::date';
  GRANT ALL ON events TO svc;`;
const DEFINED = `SELECT json_agg(x ORDER BY x::text) AS all FROM (
    SELECT json_build_object('default', pg_get_expr(adbin, adrelid)) AS x FROM pg_attrdef
    UNION ALL SELECT json_build_object(proname, proconfig) FROM pg_proc WHERE pronamespace = 'public'::regnamespace
    UNION ALL SELECT json_build_object('role', setconfig) FROM pg_db_role_setting
    UNION ALL SELECT json_build_object('schema', nspname) FROM pg_namespace) known (x)`;
const PAST = new Date('2023-05-02T10:15:00Z');

describe('DemoClock', () => {
  let cluster: Awaited<ReturnType<typeof startCluster>>;
  let owner: pg.Client;
  let service: pg.Client;
  beforeAll(async () => {
    cluster = await startCluster({ dir: mkdtempSync(join(tmpdir(), 'demo-clock-')), throwAway: true });
    owner = new pg.Client({ connectionString: cluster.url });
    await owner.connect();
    await owner.query(PRODUCT);
  });
  afterAll(async () => {
    await service?.end();
    await owner.end();
    await cluster.stop();
  });

  const secondsFrom = (at: Date): number => Math.abs(at.getTime() - PAST.getTime()) / 1000;

  it('dates what a service does, wherever the time is read, and leaves nothing behind', async () => {
    const before = (await owner.query(DEFINED)).rows;
    await followDemoClock(cluster.url, ['svc']);
    service = new pg.Client(cluster.url.replace(/\/\/[^@]+@/, '//svc:svc@'));
    await service.connect();
    const clock = await DemoClock.at([cluster.url]);
    await clock.putUp();
    await clock.set(PAST);

    const { rows } = await service.query<
      Record<'at' | 'until' | 'said' | 'sealed', Date> & { today: string }
    >(
      `INSERT INTO events (name) VALUES ('then')
       RETURNING at, until, clock_timestamp() AS said, sealed(), local_today()::text AS today`,
    );
    const [then] = rows;
    for (const read of [then!.at, then!.said, then!.sealed]) expect(secondsFrom(read)).toBeLessThan(30);
    expect(secondsFrom(then!.until)).toBeGreaterThan(80_000);
    expect(then!.today).toBe('2023-05-02');

    await clock.end();
    const { rows: now } = await service.query<{ at: Date; said: Date; sealed: Date }>(
      `INSERT INTO events (name) VALUES ('now') RETURNING at, clock_timestamp() AS said, sealed()`,
    );
    for (const read of Object.values(now[0]!)) expect(Date.now() - read.getTime()).toBeLessThan(30_000);
    expect((await owner.query(DEFINED)).rows).toEqual(before);
  });
});
