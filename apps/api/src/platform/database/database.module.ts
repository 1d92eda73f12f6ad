import { hangUpWhenSilent } from '@commonthread/kernel';
import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import pg from 'pg';
import type { DataSourceOptions } from 'typeorm';

import { migrations } from '../../../migrations/index.js';
import type { Config } from '../config/index.js';

/** Does not go back to the pool when the line has gone silent. */
class Caller extends pg.Client {
  constructor(options: pg.ClientConfig) {
    super(options);
    hangUpWhenSilent(this);
  }
}

/** Milliseconds a statement, and a wait for a lock, may take. */
interface Patience {
  readonly statement: number;
  readonly lock: number;
}
const WITH_PEOPLE_WAITING: Patience = { statement: 30_000, lock: 3_000 };
/** Another process may be bringing the same database up to date. */
export const WHILE_MIGRATING: Patience = { statement: 600_000, lock: 60_000 };

/** What every connection shares. `synchronize` is always off: migrations are the only way to change a table. */
export function dataSourceOptions(
  databaseUrl: string,
  { statement, lock } = WITH_PEOPLE_WAITING,
): DataSourceOptions {
  return {
    type: 'postgres',
    url: databaseUrl,
    synchronize: false,
    migrations,
    migrationsTransactionMode: 'each',
    poolSize: 12,
    connectTimeoutMS: 4_000,
    extra: {
      Client: Caller,
      statement_timeout: statement,
      lock_timeout: lock,
      // The server ends a slow statement first; this is for a line that has gone silent.
      query_timeout: statement + 1_000,
      idle_in_transaction_session_timeout: 60_000,
    },
  };
}

@Module({})
export class DatabaseModule {
  static with({ databaseUrl }: Config): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRoot({
          ...dataSourceOptions(databaseUrl),
          autoLoadEntities: true,
          retryAttempts: 3,
        }),
      ],
    };
  }
}
