import { RULES } from '@commonthread/voting';
import { ApiProperty } from '@nestjs/swagger';

import { type PlaceRef, PlaceRefDto } from '../../places/index.js';
import { type OverridePhase, ROUND_STATES, type RoundState } from '../round-state.js';
import { rollClosesAt } from '../roll-closes.js';
import { BALLOT_STYLES, type BallotStyle, type RoundNow } from '../round.js';
import { OVERRIDE_PHASES } from './override-phase.dto.js';
import { EligibilityDto, PhaseDto, PotDto } from './round-parts.dto.js';
import { RuleSpecDto } from './rule-spec.dto.js';

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

export class RoundSummaryDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  slug: string;

  @ApiProperty()
  title: string;

  @ApiProperty()
  summary: string;

  @ApiProperty()
  place: PlaceRefDto;

  @ApiProperty({ enum: ROUND_STATES, enumName: 'RoundState' })
  state: RoundState;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  stateSince: string | null;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When it changes by itself.',
  })
  nextChangeAt: string | null;

  @ApiProperty({ type: 'integer', description: 'Whole minor units of `currency`.' })
  budgetPence: number;

  @ApiProperty({ example: 'GBP', description: 'Another one only for imported elections.' })
  currency: string;

  @ApiProperty({ type: 'integer', description: 'Public proposals.' })
  projects: number;

  @ApiProperty({ type: 'integer', nullable: true })
  ballots: number | null;

  @ApiProperty({ description: 'Whether its content is made up for a demonstration.' })
  invented: boolean;

  @ApiProperty({ description: 'Whether it was voted on elsewhere and read from a published file.' })
  imported: boolean;

  @ApiProperty()
  eligibility: EligibilityDto;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Until when people may ask to be on the list of voters; null while nobody may.',
  })
  rollClosesAt: string | null;

  static ofRound(round: RoundNow, place: PlaceRef): RoundSummaryDto {
    return {
      id: round.id,
      slug: round.slug,
      title: round.title,
      summary: round.summary,
      place: PlaceRefDto.of(place),
      state: round.state,
      stateSince: iso(round.stateSince),
      nextChangeAt: iso(round.nextChangeAt),
      budgetPence: round.budgetPence,
      currency: round.currency,
      projects: round.projects,
      ballots: round.ballots,
      invented: round.invented,
      imported: round.imported,
      eligibility: {
        minimumAge: round.eligibility.minimumAge,
        connections: [...round.eligibility.connections],
      },
      rollClosesAt: iso(rollClosesAt(round)),
    };
  }
}

export class OverrideDto {
  @ApiProperty({ enum: OVERRIDE_PHASES, enumName: 'OverridePhase' })
  phase: OverridePhase;

  @ApiProperty()
  reason: string;

  @ApiProperty({ format: 'date-time' })
  at: string;
}

export class MetaLineDto {
  @ApiProperty()
  key: string;

  @ApiProperty()
  value: string;
}

export class RoundSourceDto {
  @ApiProperty()
  fileName: string;

  @ApiProperty({ description: 'Of the file, in hexadecimal.' })
  sha256: string;

  @ApiProperty({ type: [MetaLineDto] })
  meta: MetaLineDto[];

  @ApiProperty({ type: [String] })
  warnings: string[];
}

export class RoundDto extends RoundSummaryDto {
  @ApiProperty()
  description: string;

  @ApiProperty({ type: [PotDto] })
  pots: PotDto[];

  @ApiProperty({ type: [PhaseDto] })
  phases: PhaseDto[];

  @ApiProperty({ enum: BALLOT_STYLES, enumName: 'BallotStyle' })
  ballotStyle: BallotStyle;

  @ApiProperty({ type: 'integer', nullable: true })
  minChoices: number | null;

  @ApiProperty({ type: 'integer', nullable: true })
  maxChoices: number | null;

  @ApiProperty({ type: 'integer', nullable: true })
  pointsPerBallot: number | null;

  @ApiProperty()
  rule: RuleSpecDto;

  @ApiProperty({ example: 'Most votes first' })
  ruleTitle: string;

  @ApiProperty()
  ruleExplanation: string;

  @ApiProperty({ description: 'What happens when projects are exactly level.' })
  tieBreak: string;

  @ApiProperty({ type: String, nullable: true, description: 'Of the frozen ballot paper, in hexadecimal.' })
  paperSha256: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  paperFrozenAt: string | null;

  @ApiProperty({ type: OverrideDto, nullable: true })
  override: OverrideDto | null;

  @ApiProperty({ type: String, nullable: true })
  cancelledReason: string | null;

  @ApiProperty({ type: RoundSourceDto, nullable: true })
  importedFrom: RoundSourceDto | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  publishedCountId: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'By the published count: what is left of the money, why, and what happens to it.',
  })
  moneyLeft: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'D-1' })
  decisionNumber: string | null;

  static of(round: RoundNow, place: PlaceRef): RoundDto {
    const { override, importedFrom, rule } = round;
    const { title, description, favours, params } = RULES[rule.rule];
    const ties = params.find(({ name }) => name === 'tie');
    const tie = ties?.kind === 'choice' ? ties.options.find(({ value }) => value === rule.tie) : undefined;
    return {
      ...RoundSummaryDto.ofRound(round, place),
      description: round.description,
      pots: round.pots.map(({ name, amountPence }) => ({ name, amountPence })),
      phases: round.phases.map(PhaseDto.of),
      ballotStyle: round.ballotStyle,
      minChoices: round.minChoices,
      maxChoices: round.maxChoices,
      pointsPerBallot: round.pointsPerBallot,
      rule: { ...rule },
      ruleTitle: title,
      ruleExplanation: `${description} ${favours}`,
      tieBreak: tie?.title ?? rule.tie,
      paperSha256: round.paperSha256,
      paperFrozenAt: iso(round.paperFrozenAt),
      override: override && {
        phase: override.phase,
        reason: override.reason,
        at: override.at.toISOString(),
      },
      cancelledReason: round.cancelledReason,
      importedFrom: importedFrom && {
        fileName: importedFrom.fileName,
        sha256: importedFrom.sha256,
        meta: importedFrom.meta.map(({ key, value }) => ({ key, value })),
        warnings: [...importedFrom.warnings],
      },
      publishedCountId: round.publishedCountId,
      moneyLeft: round.moneyLeft,
      decisionNumber: round.decisionNumber,
    };
  }
}
