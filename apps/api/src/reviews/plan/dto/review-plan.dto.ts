import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsUUID,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';

import { CRITERIA, type Criterion } from '../../rules/criteria.js';
import type { PlannedCriterion } from '../plans.repository.js';

export class PlannedCriterionDto {
  @ApiProperty({ enum: CRITERIA, enumName: 'ReviewCriterion' })
  @IsIn(CRITERIA)
  criterion: Criterion;

  @ApiProperty({ description: 'Whether the round asks it.' })
  @IsBoolean()
  used: boolean;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'null: the officers answer it.' })
  @ValidateIf((_, value) => value !== null)
  @IsUUID()
  departmentId: string | null;

  @ApiProperty({ type: 'integer', minimum: 1, maximum: 180, description: 'Days until an answer is due.' })
  @IsInt()
  @Min(1)
  @Max(180)
  days: number;

  static of({ criterion, used, departmentId, days }: PlannedCriterion): PlannedCriterionDto {
    return { criterion, used, departmentId, days };
  }
}

export class ReviewPlanDto {
  @ApiProperty({ type: [PlannedCriterionDto], description: 'In the order they are asked.' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(CRITERIA.length)
  @ArrayUnique((one: PlannedCriterionDto) => one.criterion)
  @ValidateNested({ each: true })
  @Type(() => PlannedCriterionDto)
  criteria: PlannedCriterionDto[];

  static of(plan: readonly PlannedCriterion[]): ReviewPlanDto {
    return { criteria: plan.map(PlannedCriterionDto.of) };
  }
}
