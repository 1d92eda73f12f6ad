import { Injectable, type DynamicModule, Module, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';

import type { Config } from '../config/index.js';

/** Connections of the public door, role `svc_urn`. */
@Injectable()
export class CastDatabase extends DataSource {}

/** Connections of the role that owns the schemas. */
@Injectable()
export class KeeperDatabase extends DataSource {}

/** A receipt is a promise: a commit must be on disk before it is given, whatever the server's default says. */
const options = '-c synchronous_commit=on -c lock_timeout=10000 -c TimeZone=Europe/London';

const postgres = (url: string, poolSize: number, statementTimeoutMs: number) =>
  ({
    type: 'postgres',
    url,
    poolSize,
    synchronize: false,
    connectTimeoutMS: 5_000,
    extra: {
      options,
      statement_timeout: statementTimeoutMs,
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
    const cast = new CastDatabase(postgres(databaseUrl, 10, 5_000));
    const keeper = new KeeperDatabase(postgres(keeperDatabaseUrl, 4, 120_000));
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
