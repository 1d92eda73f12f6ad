import { mustHaveTrueClock } from '@commonthread/kernel';
import type { NestApplicationOptions } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

import { AppModule, adminDoor, publicDoor } from './app.module.js';
import { LogWriter } from './log/index.js';
import type { Config } from './platform/config/index.js';
import { KeeperDatabase, migrate } from './platform/database/index.js';
import { httpAdapter, prepareAdmin, preparePublic } from './platform/http/index.js';
import { Timekeeper } from './publish/index.js';

/** Faults at start are this process's to report, once. */
const options = { logger: ['error', 'warn'], abortOnError: false } satisfies NestApplicationOptions;
const PAPER_BODY = 1024 * 1024;

export interface Urn {
  readonly publicApp: NestFastifyApplication;
  readonly adminApp: NestFastifyApplication;
  readonly timekeeper: Timekeeper;
  /** Answers what has begun, ends the round that runs, lets go of the database. */
  stop(): Promise<void>;
}

/** The urn with both its doors, migrated and with its logs looked through; nobody listens yet. */
export async function startUrn(config: Config): Promise<Urn> {
  await migrate(config.keeperDatabaseUrl);
  const urn = await NestFactory.createApplicationContext(AppModule.with(config), options);
  if (config.production) {
    await mustHaveTrueClock(urn.get(KeeperDatabase, { strict: false })).catch(async (fault: unknown) => {
      await urn.close();
      throw fault;
    });
  }
  await urn.get(LogWriter, { strict: false }).takeStock();
  const publicApp = await preparePublic(await NestFactory.create(publicDoor(urn), httpAdapter(), options));
  const adminApp = await prepareAdmin(
    await NestFactory.create(adminDoor(urn), httpAdapter(PAPER_BODY), options),
    config,
  );
  const timekeeper = urn.get(Timekeeper, { strict: false });
  return {
    publicApp,
    adminApp,
    timekeeper,
    async stop() {
      await Promise.all([publicApp.close(), adminApp.close(), timekeeper.stop()]);
      await urn.close();
    },
  };
}
