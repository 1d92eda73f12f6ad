import { Injectable, type OnModuleInit } from '@nestjs/common';

import { INDICATORS, nationalBenchmarks, STOKE_2025 } from './catalogue/index.js';
import { ReadingsRepository } from './readings.repository.js';

/** Brings the tables up to the catalogue in the code, at every start. Aims and readings refer to those rows. */
@Injectable()
export class LoadCatalogue implements OnModuleInit {
  constructor(private readonly readings: ReadingsRepository) {}

  async onModuleInit(): Promise<void> {
    await this.execute();
  }

  async execute(): Promise<void> {
    await this.readings.keepIndicators(INDICATORS);
    await this.readings.keepPublished([...STOKE_2025, ...nationalBenchmarks()]);
  }
}
