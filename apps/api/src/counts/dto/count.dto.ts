import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsObject, IsOptional } from 'class-validator';

import { RuleSpecDto } from '../../rounds/index.js';
import { type Count, COUNT_STATES, type CountState } from '../count.js';
import { ruleWords } from '../rule-words.js';

export class RunCountDto {
  @ApiPropertyOptional({ type: RuleSpecDto, description: 'Another rule than the round’s, to look at.' })
  @IsOptional()
  @IsObject()
  rule?: Record<string, unknown>;
}

export class SignatureDto {
  @ApiProperty({ description: 'Role and name of an officer.' }) by: string;
  @ApiProperty({ format: 'date-time' }) at: string;
}

/** What the reader may do with a count, and why not. */
export class CountRightsDto {
  @ApiProperty() maySign: boolean;
  @ApiProperty() mayPublish: boolean;
  @ApiProperty({ type: String, nullable: true }) why: string | null;
}

export class CountDto {
  @ApiProperty() id: string;
  @ApiProperty() roundSlug: string;
  @ApiProperty({ enum: COUNT_STATES, enumName: 'CountState' }) state: CountState;
  @ApiProperty({ minimum: 0, maximum: 1 }) progress: number;
  @ApiProperty({ type: RuleSpecDto }) rule: RuleSpecDto;
  @ApiProperty() ruleTitle: string;
  @ApiProperty() ruleExplanation: string;
  @ApiProperty({ type: String, nullable: true }) inputsSha256: string | null;
  @ApiProperty({ type: Number, nullable: true }) seconds: number | null;
  @ApiProperty({ type: Number, nullable: true }) winners: number | null;
  @ApiProperty({ type: Number, nullable: true }) totalCostPence: number | null;
  @ApiProperty({ type: [SignatureDto] }) signatures: SignatureDto[];
  @ApiProperty({ format: 'date-time' }) startedAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) publishedAt: string | null;
  @ApiProperty({ type: String, nullable: true }) failure: string | null;
  @ApiProperty({ type: CountRightsDto, nullable: true }) mine: CountRightsDto | null;

  static of(
    count: Count,
    roundSlug: string,
    signatures: SignatureDto[],
    mine: CountRightsDto | null,
  ): CountDto {
    return {
      id: count.id,
      roundSlug,
      state: count.state,
      progress: count.progress,
      rule: { ...count.rule },
      ...ruleWords(count.rule),
      inputsSha256: count.inputsSha256,
      seconds: count.seconds,
      winners: count.winners,
      totalCostPence: count.totalCostMinor,
      signatures,
      startedAt: count.startedAt.toISOString(),
      publishedAt: count.publishedAt?.toISOString() ?? null,
      failure: count.failure,
      mine,
    };
  }
}
