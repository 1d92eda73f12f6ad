import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** The database's clock. Phases, tokens and signatures all follow it, whatever the servers' clocks say. */
@Injectable()
export class Clock {
  constructor(private readonly database: DataSource) {}

  async now(): Promise<Date> {
    const [row] = await this.database.query<[{ now: Date }]>('SELECT clock_timestamp() AS now');
    return row.now;
  }
}
