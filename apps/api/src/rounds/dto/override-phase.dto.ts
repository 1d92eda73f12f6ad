import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';

import type { OverridePhase } from '../round-state.js';
import { ReasonDto } from './reason.dto.js';

export const OVERRIDE_PHASES = [
  'ideas',
  'review',
  'voting',
  'counting',
  'delivering',
  'decided',
  'closed',
] as const satisfies readonly OverridePhase[];

export class OverridePhaseDto extends ReasonDto {
  @ApiProperty({ enum: OVERRIDE_PHASES, enumName: 'OverridePhase' })
  @IsIn(OVERRIDE_PHASES)
  phase: OverridePhase;
}
