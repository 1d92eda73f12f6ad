import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';

import { ROUND_STATES, type RoundState } from '../round-state.js';

export class RoundsQueryDto {
  @ApiPropertyOptional({ description: 'Slug of a place: rounds of it and of the places below it.' })
  @IsOptional()
  @IsString()
  @Length(1, 100)
  place?: string;

  @ApiPropertyOptional({ enum: ROUND_STATES, enumName: 'RoundState' })
  @IsOptional()
  @IsIn(ROUND_STATES)
  state?: RoundState;
}
