import { Body, Controller, Get, Param, ParseIntPipe, Post, Put, Query, UseGuards } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiForbiddenResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiQuery,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';

import { type CurrentUser, MaybeSignedIn, SignedIn, User } from '../identity/index.js';
import { Once } from '../platform/once/index.js';
import { CorrectDecision } from './correct-decision.js';
import { DecisionsQueries } from './decisions.queries.js';
import { DecisionDto, DecisionSummaryDto } from './dto/decision.dto.js';
import { CorrectDecisionDto, StartDecisionDto, WriteDecisionDto } from './dto/write-decision.dto.js';
import { StartDecision } from './start-decision.js';
import { WriteDecision } from './write-decision.js';

@ApiTags('decisions')
@ApiBearerAuth()
@Controller('decisions')
export class DecisionsController {
  constructor(
    private readonly decisions: DecisionsQueries,
    private readonly startDecision: StartDecision,
    private readonly writeDecision: WriteDecision,
    private readonly correctDecision: CorrectDecision,
  ) {}

  @Get()
  @UseGuards(MaybeSignedIn)
  @ApiQuery({ name: 'place', required: false, description: 'Slug; with everything below it.' })
  @ApiOkResponse({ type: [DecisionSummaryDto], description: 'Newest first; officers see their drafts too.' })
  list(
    @Query('place') place: string | undefined,
    @User() user: CurrentUser | undefined,
  ): Promise<DecisionSummaryDto[]> {
    return this.decisions.list(place, user);
  }

  @Get(':number')
  @UseGuards(MaybeSignedIn)
  @ApiQuery({
    name: 'version',
    required: false,
    type: 'integer',
    description: 'An earlier version, to compare.',
  })
  @ApiOkResponse({ type: DecisionDto })
  @ApiNotFoundResponse({ description: 'decision.not-found' })
  one(
    @Param('number') number: string,
    @User() user: CurrentUser | undefined,
    @Query('version', new ParseIntPipe({ optional: true })) version?: number,
  ): Promise<DecisionDto> {
    return this.decisions.byNumber(number, user, version);
  }

  @Post()
  @Once()
  @UseGuards(SignedIn)
  @ApiCreatedResponse({ type: DecisionDto, description: 'A draft with the count’s sentences as reasons.' })
  @ApiNotFoundResponse({ description: 'count.not-found' })
  @ApiConflictResponse({ description: 'decision.count-not-ready | decision.exists' })
  @ApiForbiddenResponse({ description: 'identity.role-missing | identity.second-factor-needed' })
  async start(@User() user: CurrentUser, @Body() { countId }: StartDecisionDto): Promise<DecisionDto> {
    return this.decisions.byNumber(await this.startDecision.execute(user, countId), user);
  }

  @Put(':number')
  @UseGuards(SignedIn)
  @ApiOkResponse({ type: DecisionDto })
  @ApiConflictResponse({ description: 'decision.published' })
  @ApiForbiddenResponse({ description: 'identity.role-missing | identity.second-factor-needed' })
  @ApiUnprocessableEntityResponse({ description: 'decision.item-unknown' })
  async write(
    @Param('number') number: string,
    @User() user: CurrentUser,
    @Body() text: WriteDecisionDto,
  ): Promise<DecisionDto> {
    await this.writeDecision.execute(user, number, text);
    return this.decisions.byNumber(number, user);
  }

  @Post(':number/corrections')
  @Once()
  @UseGuards(SignedIn)
  @ApiCreatedResponse({ type: DecisionDto, description: 'The new version; the one before stays readable.' })
  @ApiConflictResponse({ description: 'decision.not-published' })
  @ApiForbiddenResponse({ description: 'identity.role-missing | identity.second-factor-needed' })
  @ApiUnprocessableEntityResponse({ description: 'decision.reason-missing | decision.fairness-missing' })
  async correct(
    @Param('number') number: string,
    @User() user: CurrentUser,
    @Body() correction: CorrectDecisionDto,
  ): Promise<DecisionDto> {
    await this.correctDecision.execute(user, number, correction);
    return this.decisions.byNumber(number, user);
  }
}
