import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { DataSource } from 'typeorm';

import { AppModule } from '../../src/app.module.js';
import { readConfig } from '../../src/platform/config/index.js';
import { dataSourceOptions } from '../../src/platform/database/index.js';
import { httpAdapter, prepareHttp } from '../../src/platform/http/index.js';
import { testDatabase } from './test-database.js';

export interface TestApp {
  readonly app: NestFastifyApplication;
  /** The database as its owner: what no request may do, a test can. */
  readonly db: DataSource;
  /** One request through the whole stack, without a socket. `as` is an access token. */
  send(
    method: InjectOptions['method'],
    path: string,
    body?: object,
    as?: string,
  ): Promise<LightMyRequestResponse>;
  close(): Promise<void>;
}

/**
 * The whole API on a database of its own and in its own roles, as `main.ts` would start it, in demo mode.
 * @param settings replace these
 * @param through changes an address of the database, for a test that stands in the line
 */
export async function testApp(
  settings: Readonly<Record<string, string>> = {},
  through = (url: string): string => url,
): Promise<TestApp> {
  const database = await testDatabase();
  const config = readConfig({
    DATABASE_URL: through(database.appUrl),
    ROLL_DATABASE_URL: through(database.rollUrl),
    OWNER_DATABASE_URL: through(database.url),
    PUBLIC_URL: 'http://localhost:4200',
    JWT_SECRET: 'a secret of the tests, long enough',
    SECRET_KEY: Buffer.alloc(32, 1).toString('base64'),
    ROLL_PEPPER: 'a pepper of the tests, long enough',
    ATTACHMENTS_FOLDER: join(tmpdir(), 'commonthread-test-attachments'),
    DEMO: '1',
    ...settings,
  });
  const module = await Test.createTestingModule({ imports: [AppModule.with(config)] }).compile();
  const app = await prepareHttp(
    module.createNestApplication<NestFastifyApplication>(httpAdapter(config), { logger: ['error'] }),
  );
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const db = await new DataSource(dataSourceOptions(database.url)).initialize();

  return {
    app,
    db,
    send: (method, path, body, as) =>
      app.inject({
        method,
        url: `/api${path}`,
        ...(body && { payload: body }),
        headers: { ...(as && { authorization: `Bearer ${as}` }) },
      }),
    async close() {
      await app.close();
      await db.destroy();
      await database.drop();
    },
  };
}
