import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { ProposalNumber } from '../proposals/index.js';
import { DeliveryQueries } from './delivery.queries.js';
import { DeliveriesQueryDto, DeliveryListDto, RoundDeliveryDto } from './dto/delivery-list.dto.js';
import { DeliveryDto } from './dto/delivery.dto.js';

/** What everybody may read of projects being delivered. */
@ApiTags('delivery')
@Controller()
export class DeliveryController {
  constructor(private readonly deliveries: DeliveryQueries) {}

  @Get('deliveries')
  @ApiOkResponse({ type: DeliveryListDto })
  @ApiNotFoundResponse({ description: 'place.unknown | round.unknown' })
  list(@Query() { state, ...query }: DeliveriesQueryDto): Promise<DeliveryListDto> {
    return this.deliveries.list({ ...query, states: state && [state] });
  }

  @Get('deliveries/:number')
  @ApiOkResponse({ type: DeliveryDto })
  @ApiNotFoundResponse({ description: 'proposal.unknown, also for one that was not funded' })
  page(@Param('number', ProposalNumber) number: number): Promise<DeliveryDto> {
    return this.deliveries.page(number);
  }

  @Get('rounds/:slug/delivery')
  @ApiOkResponse({ type: RoundDeliveryDto })
  @ApiNotFoundResponse({ description: 'round.unknown' })
  ofRound(@Param('slug') slug: string): Promise<RoundDeliveryDto> {
    return this.deliveries.ofRound(slug);
  }
}
