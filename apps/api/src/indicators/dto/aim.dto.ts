import { ApiProperty } from '@nestjs/swagger';

import { PlaceRefDto } from '../../places/index.js';
import { counted } from '../catalogue/index.js';
import { ReadingDto } from './reading.dto.js';

/** How `counts` is to be read. */
export const COUNTS =
  'Whom the headline figure counts; completes “the share of people who ...”. Null where it is no share of people.';

export const AIM_STATES = ['drafted', 'locked', 'due', 'judged'] as const;
export type AimState = (typeof AIM_STATES)[number];

export class AimedIndicatorDto {
  @ApiProperty() code: string;
  @ApiProperty() name: string;
  @ApiProperty({ type: String, nullable: true, description: COUNTS }) counts: string | null;

  static of(code: string, name: string): AimedIndicatorDto {
    return { code, name, counts: counted(code) };
  }
}

export class VerdictDto {
  @ApiProperty({ description: '0 not measured yet .. 3 moved more than survey noise.' }) grade: number;
  @ApiProperty() sentence: string;
}

/** What a decision is meant to shift, and what became of it. */
export class AimDto {
  @ApiProperty() id: string;
  @ApiProperty() decisionNumber: string;
  @ApiProperty() decisionTitle: string;
  @ApiProperty({ type: AimedIndicatorDto }) indicator: AimedIndicatorDto;
  @ApiProperty({ enum: ['up', 'down'], enumName: 'AimDirection' }) direction: 'up' | 'down';
  @ApiProperty({ description: 'Percentage points.' }) sizePoints: number;
  @ApiProperty() population: string;
  @ApiProperty({ type: PlaceRefDto }) place: PlaceRefDto;
  @ApiProperty({ format: 'date' }) dueOn: string;
  @ApiProperty() mechanism: string;
  @ApiProperty({ type: [PlaceRefDto] }) comparisonPlaces: PlaceRefDto[];
  @ApiProperty({ type: ReadingDto, nullable: true }) baseline: ReadingDto | null;
  @ApiProperty({ enum: AIM_STATES, enumName: 'AimState' }) state: AimState;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) lockedAt: string | null;
  @ApiProperty({ type: VerdictDto, description: 'Computed, never typed.' }) verdict: VerdictDto;
}
