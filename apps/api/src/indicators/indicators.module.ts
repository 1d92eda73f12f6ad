import { Module } from '@nestjs/common';

import { AimBoard } from './aim-board.js';
import { IndicatorsController } from './indicators.controller.js';
import { IndicatorsQueries } from './indicators.queries.js';
import { LoadCatalogue } from './load-catalogue.js';
import { ReadingsRepository } from './readings.repository.js';

@Module({
  controllers: [IndicatorsController],
  providers: [AimBoard, IndicatorsQueries, LoadCatalogue, ReadingsRepository],
  exports: [AimBoard, ReadingsRepository],
})
export class IndicatorsModule {}
