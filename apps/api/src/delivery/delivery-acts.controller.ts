import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post, Put, UseGuards } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiForbiddenResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';

import { type CurrentUser, SignedIn, User } from '../identity/index.js';
import { Once } from '../platform/once/index.js';
import { ProposalNumber } from '../proposals/index.js';
import { BeginDelivery } from './begin-delivery.js';
import { DeliveryQueries } from './delivery.queries.js';
import { DeliveryDto } from './dto/delivery.dto.js';
import {
  CorrectSpendDto,
  EndDeliveryDto,
  EnterSpendDto,
  FinishMilestoneDto,
  ForecastMilestoneDto,
  NameOwnerDto,
  PlanMilestoneDto,
  TellUpdateDto,
} from './dto/write-delivery.dto.js';
import { EndDelivery } from './end-delivery.js';
import { EnterSpend } from './enter-spend.js';
import { MoveMilestone } from './move-milestone.js';
import { PlanMilestone } from './plan-milestone.js';
import { TellUpdate } from './tell-update.js';

/** What officers do to see a funded proposal built. Each act answers with the whole delivery. */
@ApiTags('delivery')
@ApiBearerAuth()
@ApiForbiddenResponse({ description: 'identity.role-missing | identity.second-factor-needed' })
@ApiConflictResponse({ description: 'delivery.not-begun | delivery.over' })
@UseGuards(SignedIn)
@Controller('deliveries/:number')
export class DeliveryActsController {
  constructor(
    private readonly deliveries: DeliveryQueries,
    private readonly beginDelivery: BeginDelivery,
    private readonly planMilestone: PlanMilestone,
    private readonly moveMilestone: MoveMilestone,
    private readonly enterSpend: EnterSpend,
    private readonly tellUpdate: TellUpdate,
    private readonly endDelivery: EndDelivery,
  ) {}

  @Put('owner')
  @ApiOkResponse({ type: DeliveryDto, description: 'The first naming begins the delivery.' })
  @ApiNotFoundResponse({ description: 'proposal.unknown, also for one that was not funded' })
  async nameOwner(
    @User() user: CurrentUser,
    @Param('number', ProposalNumber) number: number,
    @Body() owner: NameOwnerDto,
  ): Promise<DeliveryDto> {
    await this.beginDelivery.execute(user, number, owner);
    return this.deliveries.page(number);
  }

  @Post('milestones')
  @Once()
  @ApiCreatedResponse({ type: DeliveryDto })
  async plan(
    @User() user: CurrentUser,
    @Param('number', ProposalNumber) number: number,
    @Body() { title, plannedOn }: PlanMilestoneDto,
  ): Promise<DeliveryDto> {
    await this.planMilestone.execute(user, number, title, plannedOn);
    return this.deliveries.page(number);
  }

  @Post('milestones/:id/forecast')
  @HttpCode(200)
  @ApiOkResponse({ type: DeliveryDto })
  @ApiNotFoundResponse({ description: 'delivery.milestone-unknown' })
  @ApiUnprocessableEntityResponse({ description: 'delivery.reason-missing' })
  async forecast(
    @User() user: CurrentUser,
    @Param('number', ProposalNumber) number: number,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { forecastOn, reason }: ForecastMilestoneDto,
  ): Promise<DeliveryDto> {
    await this.moveMilestone.forecast(user, number, id, forecastOn, reason);
    return this.deliveries.page(number);
  }

  @Post('milestones/:id/done')
  @HttpCode(200)
  @ApiOkResponse({ type: DeliveryDto })
  @ApiNotFoundResponse({ description: 'delivery.milestone-unknown' })
  @ApiUnprocessableEntityResponse({ description: 'delivery.reason-missing | delivery.day-to-come' })
  async finish(
    @User() user: CurrentUser,
    @Param('number', ProposalNumber) number: number,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { doneOn, reason }: FinishMilestoneDto,
  ): Promise<DeliveryDto> {
    await this.moveMilestone.finish(user, number, id, doneOn, reason);
    return this.deliveries.page(number);
  }

  @Post('spend')
  @Once()
  @ApiCreatedResponse({ type: DeliveryDto })
  @ApiUnprocessableEntityResponse({ description: 'delivery.day-to-come | delivery.over-budget' })
  async spend(
    @User() user: CurrentUser,
    @Param('number', ProposalNumber) number: number,
    @Body() one: EnterSpendDto,
  ): Promise<DeliveryDto> {
    await this.enterSpend.execute(user, number, one);
    return this.deliveries.page(number);
  }

  @Post('spend/:id/corrections')
  @Once()
  @ApiCreatedResponse({ type: DeliveryDto, description: 'The entry before stays readable.' })
  @ApiNotFoundResponse({ description: 'delivery.spend-unknown' })
  @ApiConflictResponse({ description: 'delivery.spend-corrected' })
  @ApiUnprocessableEntityResponse({ description: 'delivery.day-to-come | delivery.over-budget' })
  async correct(
    @User() user: CurrentUser,
    @Param('number', ProposalNumber) number: number,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason, ...one }: CorrectSpendDto,
  ): Promise<DeliveryDto> {
    await this.enterSpend.correct(user, number, id, one, reason);
    return this.deliveries.page(number);
  }

  @Post('updates')
  @Once()
  @ApiCreatedResponse({ type: DeliveryDto, description: 'The update is the first of `updates`.' })
  async tell(
    @User() user: CurrentUser,
    @Param('number', ProposalNumber) number: number,
    @Body() { words }: TellUpdateDto,
  ): Promise<DeliveryDto> {
    await this.tellUpdate.execute(user, number, words);
    return this.deliveries.page(number);
  }

  @Post('end')
  @HttpCode(200)
  @ApiOkResponse({ type: DeliveryDto })
  @ApiUnprocessableEntityResponse({ description: 'delivery.milestones-open' })
  async end(
    @User() user: CurrentUser,
    @Param('number', ProposalNumber) number: number,
    @Body() { ending, outcome, differentNow, notDone }: EndDeliveryDto,
  ): Promise<DeliveryDto> {
    await this.endDelivery.execute(user, number, { ending, outcome, differentNow, notDone });
    return this.deliveries.page(number);
  }
}
