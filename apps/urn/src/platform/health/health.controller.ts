import { Controller, Get, HttpCode, ServiceUnavailableException } from '@nestjs/common';

import { CastDatabase } from '../database/index.js';

@Controller('health')
export class HealthController {
  constructor(private readonly database: CastDatabase) {}

  /** The process answers. Says nothing about the database, so that an outage there restarts nothing here. */
  @Get('live')
  @HttpCode(204)
  live(): void {}

  @Get('ready')
  @HttpCode(204)
  async ready(): Promise<void> {
    await this.database.query('SELECT 1').catch(() => {
      throw new ServiceUnavailableException();
    });
  }
}
