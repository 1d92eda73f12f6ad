import { ApiProperty } from '@nestjs/swagger';

import { AimDto, AimedIndicatorDto } from '../../indicators/index.js';
import { PlaceRefDto } from '../../places/index.js';
import { PROPOSAL_STATES, type ProposalState } from '../../proposals/index.js';
import { DECISION_STATES, type ReadableItem, type DecisionState } from '../decision.js';

export class DecisionItemDto {
  @ApiProperty({ type: 'integer' }) proposalNumber: number;
  @ApiProperty() title: string;
  @ApiProperty({ type: 'integer' }) costPence: number;
  @ApiProperty({ type: 'integer', nullable: true }) votes: number | null;
  @ApiProperty() chosen: boolean;
  @ApiProperty() reason: string;
  @ApiProperty({ enum: PROPOSAL_STATES, enumName: 'ProposalState', description: 'Of the proposal today.' })
  state: ProposalState;

  static of({ shownTitle, shownReason, ...item }: ReadableItem): DecisionItemDto {
    const { proposalNumber, costPence, votes, chosen, state } = item;
    return { proposalNumber, title: shownTitle, costPence, votes, chosen, reason: shownReason, state };
  }
}

export class AimSummaryDto {
  @ApiProperty({ type: AimedIndicatorDto }) indicator: AimedIndicatorDto;
  @ApiProperty({ enum: ['up', 'down'], enumName: 'AimDirection' }) direction: 'up' | 'down';
  @ApiProperty({ format: 'date' }) dueOn: string;
}

export class DecisionSummaryDto {
  @ApiProperty({ example: 'D-1' }) number: string;
  @ApiProperty() title: string;
  @ApiProperty({ example: 'Budget round', description: 'Who decided.' }) body: string;
  @ApiProperty({ type: PlaceRefDto }) place: PlaceRefDto;
  @ApiProperty({ enum: DECISION_STATES, enumName: 'DecisionState' }) state: DecisionState;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) publishedAt: string | null;
  @ApiProperty({ type: 'integer' }) chosen: number;
  @ApiProperty({ type: 'integer' }) notChosen: number;
  @ApiProperty({ type: 'integer', description: 'Cost of what was chosen, minor units of `currency`.' })
  spendPence: number;
  @ApiProperty() currency: string;
  @ApiProperty({ type: [AimSummaryDto] }) aims: AimSummaryDto[];
  @ApiProperty() invented: boolean;
  @ApiProperty({ type: String, nullable: true }) roundSlug: string | null;
}

export class DecisionVersionDto {
  @ApiProperty({ type: 'integer' }) version: number;
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty({ type: String, nullable: true, description: 'What was corrected.' }) note: string | null;
}

export class DecisionDto extends DecisionSummaryDto {
  @ApiProperty() summary: string;
  @ApiProperty() reasons: string;
  @ApiProperty() fairness: string;
  @ApiProperty({ type: String, nullable: true }) roundTitle: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) countId: string | null;
  @ApiProperty({ type: [DecisionItemDto] }) items: DecisionItemDto[];
  @ApiProperty({ type: [AimDto] }) aimsFull: AimDto[];
  @ApiProperty({ type: 'integer', description: 'The version shown.' }) version: number;
  @ApiProperty({ type: [DecisionVersionDto] }) versions: DecisionVersionDto[];
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'By the published count: what is left of the money, why, and what happens to it.',
  })
  moneyLeft: string | null;
  @ApiProperty() whatNext: string;
}
