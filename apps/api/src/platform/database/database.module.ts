import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { DataSourceOptions } from 'typeorm';

import { migrations } from '../../../migrations/index.js';
import type { Config } from '../config/index.js';

/** What every connection shares. `synchronize` is always off: migrations are the only way to change a table. */
export function dataSourceOptions(databaseUrl: string): DataSourceOptions {
  return {
    type: 'postgres',
    url: databaseUrl,
    synchronize: false,
    migrations,
    migrationsTransactionMode: 'each',
    poolSize: 12,
    extra: { statement_timeout: 30_000, idle_in_transaction_session_timeout: 60_000 },
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
