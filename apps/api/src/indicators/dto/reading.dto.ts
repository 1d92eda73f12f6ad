import { ApiProperty } from '@nestjs/swagger';

import { PlaceRefDto } from '../../places/index.js';
import type { Reading } from '../readings.repository.js';

export class ReadingDto {
  @ApiProperty() id: string;
  @ApiProperty({ description: 'What was asked and which answers are counted.' }) label: string;
  @ApiProperty({ type: PlaceRefDto, nullable: true }) place: PlaceRefDto | null;
  @ApiProperty({ description: 'The people the figure speaks for.' }) population: string;
  @ApiProperty() percent: number;
  @ApiProperty({ type: Number, nullable: true, description: 'People who answered; null when not published.' })
  n: number | null;
  @ApiProperty({ type: Number, nullable: true }) lowPercent: number | null;
  @ApiProperty({ type: Number, nullable: true }) highPercent: number | null;
  @ApiProperty({ type: String, nullable: true }) intervalMethod: string | null;
  @ApiProperty() period: string;
  @ApiProperty({ description: 'How people were asked; part of the figure’s identity.' }) mode: string;
  @ApiProperty() source: string;
  @ApiProperty({ type: String, nullable: true }) caution: string | null;
  @ApiProperty({ description: 'Whether this is a national figure to set beside local ones.' })
  isBenchmark: boolean;
  @ApiProperty({ description: 'Whether the figure is invented for a demonstration.' }) invented: boolean;

  static of(reading: Reading): ReadingDto {
    return {
      id: reading.id,
      label: reading.label,
      place: reading.place,
      population: reading.population,
      percent: reading.percent,
      n: reading.n,
      lowPercent: reading.lowPercent,
      highPercent: reading.highPercent,
      intervalMethod: reading.intervalMethod,
      period: reading.period,
      mode: reading.mode,
      source: reading.source,
      caution: reading.caution,
      isBenchmark: reading.isBenchmark,
      invented: reading.invented,
    };
  }
}
