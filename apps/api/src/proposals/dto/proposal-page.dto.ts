import { ApiProperty } from '@nestjs/swagger';

import type { Facets, Pin } from '../proposal-list.repository.js';
import { PROPOSAL_STATES, type ProposalState } from '../proposal-states.js';
import type { ProposalSummary } from '../proposal.js';
import type { Named } from '../proposal-names.js';
import { ProposalSummaryDto } from './proposal-summary.dto.js';

export class CategoryCountDto {
  @ApiProperty()
  value: string;

  @ApiProperty({ type: 'integer' })
  count: number;
}

export class StateCountDto {
  @ApiProperty({ enum: PROPOSAL_STATES, enumName: 'ProposalState' })
  value: ProposalState;

  @ApiProperty({ type: 'integer' })
  count: number;
}

export class ProposalPageDto {
  @ApiProperty({ type: [ProposalSummaryDto] })
  items: ProposalSummaryDto[];

  @ApiProperty({ type: 'integer' })
  total: number;

  @ApiProperty({ type: 'integer', description: 'Counted from 1.' })
  page: number;

  @ApiProperty({ type: 'integer' })
  pageSize: number;

  @ApiProperty({ type: [CategoryCountDto], description: 'Under every filter but the category.' })
  categories: CategoryCountDto[];

  @ApiProperty({ type: [StateCountDto], description: 'Under every filter but the state.' })
  states: StateCountDto[];

  static of(
    found: Facets & { items: readonly Named<ProposalSummary>[] },
    { page, pageSize }: { page: number; pageSize: number },
  ): ProposalPageDto {
    return {
      items: found.items.map(ProposalSummaryDto.ofNamed),
      total: found.total,
      page,
      pageSize,
      categories: found.categories.map(({ value, count }) => ({ value, count })),
      states: found.states.map(({ value, count }) => ({ value, count })),
    };
  }
}

export class ProposalPinDto {
  @ApiProperty({ type: 'integer' })
  number: number;

  @ApiProperty()
  title: string;

  @ApiProperty({ description: 'Degrees.' })
  latitude: number;

  @ApiProperty({ description: 'Degrees.' })
  longitude: number;

  @ApiProperty({ enum: PROPOSAL_STATES, enumName: 'ProposalState' })
  state: ProposalState;

  static of({ number, title, latitude, longitude, state }: Pin): ProposalPinDto {
    return { number, title, latitude, longitude, state };
  }
}
