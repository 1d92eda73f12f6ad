import { mustHaveTrueClock } from '@commonthread/kernel';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { type Config, CONFIG } from '../config/index.js';

/** Keeps a production server from starting on a database whose clock somebody can set. */
@Injectable()
export class TrueClock implements OnModuleInit {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: DataSource,
  ) {}

  /** @throws Error */
  async onModuleInit(): Promise<void> {
    if (this.config.production) await mustHaveTrueClock(this.database);
  }
}
