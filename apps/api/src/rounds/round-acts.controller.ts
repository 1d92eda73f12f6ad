import { Body, Controller, HttpCode, Param, Post, Put, UseGuards } from '@nestjs/common';
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
import { CancelRound } from './cancel-round.js';
import { CreateRound } from './create-round.js';
import { OverridePhaseDto } from './dto/override-phase.dto.js';
import { ReasonDto } from './dto/reason.dto.js';
import { RoundDto } from './dto/round.dto.js';
import { WriteRoundDto } from './dto/write-round.dto.js';
import { EditRound } from './edit-round.js';
import { OpenRound } from './open-round.js';
import { OverrideRoundPhase } from './override-phase.js';
import { RoundsQueries } from './rounds.queries.js';

/** What officers do to rounds. */
@ApiTags('rounds')
@ApiBearerAuth()
@ApiForbiddenResponse({ description: 'identity.role-missing | identity.second-factor-needed' })
@Controller('rounds')
@UseGuards(SignedIn)
export class RoundActsController {
  constructor(
    private readonly createRound: CreateRound,
    private readonly editRound: EditRound,
    private readonly openRound: OpenRound,
    private readonly overridePhase: OverrideRoundPhase,
    private readonly cancelRound: CancelRound,
    private readonly rounds: RoundsQueries,
  ) {}

  @Post()
  @Once()
  @ApiCreatedResponse({ type: RoundDto })
  @ApiUnprocessableEntityResponse({ description: 'round.invalid | rule.invalid' })
  async create(@User() user: CurrentUser, @Body() body: WriteRoundDto): Promise<RoundDto> {
    return this.show(user, await this.createRound.execute(user, body));
  }

  @Put(':slug')
  @ApiOkResponse({ type: RoundDto })
  @ApiNotFoundResponse({ description: 'round.unknown' })
  @ApiConflictResponse({ description: 'round.not-draft' })
  @ApiUnprocessableEntityResponse({ description: 'round.invalid | rule.invalid' })
  async edit(
    @User() user: CurrentUser,
    @Param('slug') slug: string,
    @Body() body: WriteRoundDto,
  ): Promise<RoundDto> {
    await this.editRound.execute(user, slug, body);
    return this.show(user, slug);
  }

  @Post(':slug/open')
  @HttpCode(200)
  @ApiOkResponse({ type: RoundDto })
  @ApiConflictResponse({ description: 'round.already-open' })
  @ApiUnprocessableEntityResponse({ description: 'round.dates-passed' })
  async open(@User() user: CurrentUser, @Param('slug') slug: string): Promise<RoundDto> {
    await this.openRound.execute(user, slug);
    return this.show(user, slug);
  }

  @Post(':slug/override')
  @HttpCode(200)
  @ApiOkResponse({ type: RoundDto })
  @ApiConflictResponse({
    description:
      'round.not-open | round.paper-frozen | round.already-counted | round.vote-skipped | round.not-decided-yet | round.paper-empty | round.leaves-unanswered | voting.still-open | voting.over',
  })
  async override(
    @User() user: CurrentUser,
    @Param('slug') slug: string,
    @Body() { phase, reason }: OverridePhaseDto,
  ): Promise<RoundDto> {
    await this.overridePhase.execute(user, slug, phase, reason);
    return this.show(user, slug);
  }

  @Post(':slug/cancel')
  @HttpCode(200)
  @ApiOkResponse({ type: RoundDto })
  @ApiConflictResponse({ description: 'round.not-open | round.already-decided | voting.still-open' })
  async cancel(
    @User() user: CurrentUser,
    @Param('slug') slug: string,
    @Body() { reason }: ReasonDto,
  ): Promise<RoundDto> {
    await this.cancelRound.execute(user, slug, reason);
    return this.show(user, slug);
  }

  private async show(user: CurrentUser, slug: string): Promise<RoundDto> {
    const { round, place } = await this.rounds.page(user, slug);
    return RoundDto.of(round, place);
  }
}
