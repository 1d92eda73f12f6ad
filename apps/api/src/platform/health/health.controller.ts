import { Controller, Get, HttpCode, ServiceUnavailableException } from '@nestjs/common';
import { ApiNoContentResponse, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(private readonly database: DataSource) {}

  /** The process answers. Says nothing about the database, so that an outage there restarts nothing here. */
  @Get('live')
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'The process is alive.' })
  live(): void {}

  @Get('ready')
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'The process can serve: the database answers.' })
  @ApiServiceUnavailableResponse({ description: 'The database does not answer.' })
  async ready(): Promise<void> {
    await this.database.query('SELECT 1').catch(() => {
      throw new ServiceUnavailableException();
    });
  }
}
