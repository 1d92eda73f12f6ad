export { AimBoard, type AimSource } from './aim-board.js';
export { AimDto, AimedIndicatorDto, type AimState } from './dto/aim.dto.js';
export { ReadingDto } from './dto/reading.dto.js';
export { type Reading, ReadingsRepository } from './readings.repository.js';
export { IndicatorNotFound } from './indicators.errors.js';
export { IndicatorsModule } from './indicators.module.js';
