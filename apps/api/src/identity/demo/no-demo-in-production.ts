import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { type Config, CONFIG } from '../../platform/config/index.js';

/** Keeps a production server from starting on a database that anybody with the demo's password could enter. */
@Injectable()
export class NoDemoInProduction implements OnModuleInit {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: DataSource,
  ) {}

  async onModuleInit(): Promise<void> {
    if (!this.config.production) return;
    const [{ accounts }] = await this.database.query<[{ accounts: number }]>(
      'SELECT count(*)::int AS accounts FROM people WHERE demo',
    );
    if (accounts > 0) {
      throw new Error(`${accounts} demo accounts exist: production needs a database without them`);
    }
  }
}
