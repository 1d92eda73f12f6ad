import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import pg from 'pg';

import { readConfig, type Config } from '../../src/platform/config/index.js';
import { startUrn, type Urn } from '../../src/start-urn.js';
import { testDatabase } from './urn-database.js';

export const SERVICE_TOKEN = 'a service token of the tests, long enough';
export const LOG_SEED = Buffer.alloc(32, 7);

export interface TestUrn {
  readonly config: Config;
  /** As the cluster's superuser. */
  readonly db: pg.Pool;
  urn: Urn;
  /** One request to the public door, without a socket. */
  send(
    method: InjectOptions['method'],
    path: string,
    body?: object,
    headers?: object,
  ): Promise<LightMyRequestResponse>;
  /** One request to the back office's door. */
  admin(method: InjectOptions['method'], path: string, body?: object): Promise<LightMyRequestResponse>;
  /** Stops the service and starts it on what it left behind, under the same settings but for `changed`. */
  restart(changed?: Partial<Config>): Promise<void>;
  close(): Promise<void>;
}

/**
 * The whole urn on a database and checkpoint folder of its own; nothing runs by the clock unless a test says so.
 * @param through changes an address of the database, for a test that stands in the line
 */
export async function testUrn(through = (url: string): string => url): Promise<TestUrn> {
  const database = await testDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'urn-checkpoints-'));
  const config = readConfig({
    URN_DATABASE_URL: through(database.castUrl),
    URN_KEEPER_DATABASE_URL: through(database.keeperUrl),
    URN_SERVICE_TOKEN: SERVICE_TOKEN,
    URN_LOG_KEY: LOG_SEED.toString('base64'),
    URN_LOG_NAME: 'votes.test',
    URN_CHECKPOINT_FOLDER: folder,
  });
  const db = new pg.Pool({ connectionString: database.adminUrl, max: 4 });
  db.on('error', () => {});
  const started = async (changed: Partial<Config> = {}): Promise<Urn> => {
    const urn = await startUrn({ ...config, ...changed });
    for (const app of [urn.publicApp, urn.adminApp]) {
      await app.init();
      await app.getHttpAdapter().getInstance().ready();
    }
    return urn;
  };

  const test: TestUrn = {
    config,
    db,
    urn: await started(),
    send: (method, path, body, headers) =>
      test.urn.publicApp.inject({
        method,
        url: `/urn${path}`,
        ...(body && { payload: body }),
        headers: { ...headers },
      }) as Promise<LightMyRequestResponse>,
    admin: (method, path, body) =>
      test.urn.adminApp.inject({
        method,
        url: `/admin${path}`,
        ...(body && { payload: body }),
        headers: { 'x-service-token': SERVICE_TOKEN },
      }) as Promise<LightMyRequestResponse>,
    async restart(changed) {
      await test.urn.stop();
      test.urn = await started(changed);
    },
    async close() {
      await test.urn.stop();
      await db.end();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
  return test;
}
