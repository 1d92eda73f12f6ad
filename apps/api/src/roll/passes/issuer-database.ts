import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { type Config, CONFIG } from '../../platform/config/index.js';
import { dataSourceOptions } from '../../platform/database/index.js';

/**
 * The connection of the issuer alone, as `svc_roll`: the one role that can read a sealed key and write down that a
 * pass was issued online. It can do nothing else, and nothing else in the API can do this.
 */
@Injectable()
export class IssuerDatabase implements OnModuleInit, OnApplicationShutdown {
  private readonly source: DataSource;

  constructor(@Inject(CONFIG) { rollDatabaseUrl }: Config) {
    this.source = new DataSource(dataSourceOptions(rollDatabaseUrl));
  }

  async onModuleInit(): Promise<void> {
    await this.source.initialize();
  }

  query<Rows>(sql: string, values: readonly unknown[]): Promise<Rows> {
    return this.source.query<Rows>(sql, [...values]);
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }
}
