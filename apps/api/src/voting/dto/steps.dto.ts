import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';

import { SMALLEST_CELL } from '../../roll/index.js';
import { type Step, STEPS } from '../steps/step.js';
import type { StepsSeen } from '../steps/steps.queries.js';

const SMALL = '`null` where it is too small to show.';

export class NoteStepDto {
  @ApiProperty({ enum: STEPS, enumName: 'VotingStep', description: 'Said once for a ballot, by nobody.' })
  @IsIn(STEPS)
  step: Step;
}

export class StepCountsDto {
  @ApiProperty({ type: 'integer', nullable: true, description: `A first choice was made. ${SMALL}` })
  chosen: number | null;

  @ApiProperty({ type: 'integer', nullable: true, description: `The choices were looked over. ${SMALL}` })
  checked: number | null;

  @ApiProperty({ type: 'integer', nullable: true, description: `A receipt was given. ${SMALL}` })
  cast: number | null;
}

export class StepsDayDto extends StepCountsDto {
  @ApiProperty({ format: 'date', description: 'Local day.' })
  day: string;
}

export class VotingStepsDto {
  @ApiProperty({ type: StepCountsDto })
  total: StepCountsDto;

  @ApiProperty({ type: [StepsDayDto], description: 'Oldest first.' })
  days: StepsDayDto[];

  @ApiProperty({ type: 'integer', description: 'Smaller counts are not shown.' })
  smallestCount: number;

  static of({ total, days }: StepsSeen): VotingStepsDto {
    return {
      total: { ...total },
      days: days.map(({ day, chosen, checked, cast }) => ({ day, chosen, checked, cast })),
      smallestCount: SMALLEST_CELL,
    };
  }
}
