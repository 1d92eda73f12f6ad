import { hangUpWhenSilent } from '@commonthread/kernel';
import { Injectable, type DynamicModule, Module, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { DataSource } from 'typeorm';

import type { Config } from '../config/index.js';

/** Connections of the public door, role `svc_urn`. */
@Injectable()
export class CastDatabase extends DataSource {}

/** Connections of the role that owns the schemas. */
@Injectable()
export class KeeperDatabase extends DataSource {}

/** A receipt is a promise: a commit must be on disk before it is given, whatever the server's default says. */
const options = '-c synchronous_commit=on -c TimeZone=Europe/London';

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
const WITH_VOTERS_WAITING: Patience = { statement: 3_000, lock: 2_500 };
/** Counting and publishing take their time; closing waits for the ballots that are under way. */
const WITH_OFFICERS_WAITING: Patience = { statement: 120_000, lock: 10_000 };

const postgres = (url: string, poolSize: number, { statement, lock }: Patience) =>
  ({
    type: 'postgres',
    url,
    poolSize,
    synchronize: false,
    connectTimeoutMS: 4_000,
    extra: {
      Client: Caller,
      options,
      statement_timeout: statement,
      lock_timeout: lock,
      // The server ends a slow statement first; this is for a line that has gone silent.
      query_timeout: statement + 500,
      idle_in_transaction_session_timeout: 60_000,
    },
  }) as const;

@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(
    private readonly cast: CastDatabase,
    private readonly keeper: KeeperDatabase,
  ) {}

  static with({ databaseUrl, keeperDatabaseUrl }: Config): DynamicModule {
    const cast = new CastDatabase(postgres(databaseUrl, 10, WITH_VOTERS_WAITING));
    const keeper = new KeeperDatabase(postgres(keeperDatabaseUrl, 4, WITH_OFFICERS_WAITING));
    return {
      module: DatabaseModule,
      global: true,
      providers: [
        { provide: CastDatabase, useFactory: () => cast.initialize() },
        { provide: KeeperDatabase, useFactory: () => keeper.initialize() },
      ],
      exports: [CastDatabase, KeeperDatabase],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.cast.destroy(), this.keeper.destroy()]);
  }
}
