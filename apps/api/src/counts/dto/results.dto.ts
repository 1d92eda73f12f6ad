import { ApiProperty } from '@nestjs/swagger';

import { PlaceRefDto } from '../../places/index.js';
import { RuleSpecDto } from '../../rounds/index.js';
import { COUNT_STATES, type CountState } from '../count.js';
import { SignatureDto } from './count.dto.js';
import { MeasureDto } from './measure.dto.js';
import { MoneyShareDto } from './money-share.dto.js';

export class ProjectResultDto {
  @ApiProperty() ballotId: string;
  @ApiProperty() proposalNumber: number;
  @ApiProperty() title: string;
  @ApiProperty({ type: String, nullable: true }) category: string | null;
  @ApiProperty({ type: PlaceRefDto, nullable: true }) place: PlaceRefDto | null;
  @ApiProperty({ type: String, nullable: true }) neighbourhood: string | null;
  @ApiProperty() costPence: number;
  @ApiProperty() votes: number;
  @ApiProperty({ type: Number, nullable: true, description: 'Points; null when ballots have none.' })
  score: number | null;
  @ApiProperty() funded: boolean;
  @ApiProperty({ type: Number, nullable: true }) order: number | null;
  @ApiProperty({ type: [String], description: 'Why it won or lost.' }) sentences: string[];
  @ApiProperty({ type: Number, nullable: true }) latitude: number | null;
  @ApiProperty({ type: Number, nullable: true }) longitude: number | null;
  @ApiProperty({ type: String, nullable: true, description: 'What the city itself decided, when imported.' })
  selectedByCity: string | null;
}

export class TieDto {
  @ApiProperty() sentence: string;
}

export class ResultsDto {
  @ApiProperty() roundSlug: string;
  @ApiProperty() roundTitle: string;
  @ApiProperty() currency: string;
  @ApiProperty() countId: string;
  @ApiProperty({ enum: COUNT_STATES, enumName: 'CountState' }) state: CountState;
  @ApiProperty({ type: RuleSpecDto }) rule: RuleSpecDto;
  @ApiProperty() ruleTitle: string;
  @ApiProperty() ruleExplanation: string;
  @ApiProperty() inputsSha256: string;
  @ApiProperty({ format: 'date-time' }) computedAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) publishedAt: string | null;
  @ApiProperty() seconds: number;
  @ApiProperty() voters: number;
  @ApiProperty() budgetPence: number;
  @ApiProperty() totalCostPence: number;
  @ApiProperty({ description: 'What is left of the money, why, and what happens to it.' })
  moneyLeft: string;
  @ApiProperty({
    type: [ProjectResultDto],
    description: 'Winners in the order funded, then others by votes.',
  })
  projects: ProjectResultDto[];
  @ApiProperty({ type: [TieDto] }) ties: TieDto[];
  @ApiProperty({ type: [MeasureDto] }) measures: MeasureDto[];
  @ApiProperty({ type: [MoneyShareDto], description: 'By topic, then by part of the place.' })
  moneyShares: MoneyShareDto[];
  @ApiProperty({ type: [SignatureDto] }) signatures: SignatureDto[];
  @ApiProperty({ type: Object, description: 'The whole outcome, for those who count again.' })
  outcome: unknown;
}
