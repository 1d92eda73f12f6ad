import { ApiProperty } from '@nestjs/swagger';

import { RuleSpecDto } from '../../rounds/index.js';
import { MeasureDto } from './measure.dto.js';

export class ComparedRuleDto {
  @ApiProperty() key: string;
  @ApiProperty() title: string;
  @ApiProperty() explanation: string;
  @ApiProperty({ type: RuleSpecDto }) rule: RuleSpecDto;
  @ApiProperty() winners: number;
  @ApiProperty() totalCostPence: number;
  @ApiProperty({ type: [MeasureDto] }) measures: MeasureDto[];
  @ApiProperty() seconds: number;
}

export class ComparedProjectDto {
  @ApiProperty() ballotId: string;
  @ApiProperty() proposalNumber: number;
  @ApiProperty() title: string;
  @ApiProperty() costPence: number;
  @ApiProperty() votes: number;
  @ApiProperty({ type: [Boolean], description: 'By column.' }) funded: boolean[];
}

/** The same ballots under several rules, side by side. */
export class ComparisonDto {
  @ApiProperty() roundSlug: string;
  @ApiProperty() currency: string;
  @ApiProperty() budgetPence: number;
  @ApiProperty({ type: [ComparedRuleDto] }) columns: ComparedRuleDto[];
  @ApiProperty({ type: [ComparedProjectDto] }) rows: ComparedProjectDto[];
}
