import { Body, Controller, Get, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiConflictResponse,
  ApiForbiddenResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';

import { type CurrentUser, SignedIn, User } from '../identity/index.js';
import { ConfirmOutcome } from './confirm-outcome.js';
import { OutcomeDto, PreviewDigestDto, WaitingOutcomeDto } from './dto/outcome.dto.js';
import { OutcomeQueries } from './outcome.queries.js';
import { ProposeOutcome } from './propose-outcome.js';
import { WithdrawOutcome } from './withdraw-outcome.js';

/** Publishing what came of a round, as one act by two officers. */
@ApiTags('outcomes')
@ApiBearerAuth()
@UseGuards(SignedIn)
@Controller()
export class OutcomesController {
  constructor(
    private readonly outcomes: OutcomeQueries,
    private readonly proposeOutcome: ProposeOutcome,
    private readonly withdrawOutcome: WithdrawOutcome,
    private readonly confirmOutcome: ConfirmOutcome,
  ) {}

  @Get('outcomes/waiting')
  @ApiOkResponse({ type: [WaitingOutcomeDto], description: 'In the reader’s places; none for others.' })
  waiting(@User() user: CurrentUser): Promise<WaitingOutcomeDto[]> {
    return this.outcomes.waiting(user);
  }

  @Get('rounds/:slug/outcome')
  @ApiOkResponse({ type: OutcomeDto, description: 'For officers and auditors.' })
  @ApiNotFoundResponse({ description: 'round.unknown' })
  @ApiForbiddenResponse({ description: 'identity.role-missing | identity.second-factor-needed' })
  one(@Param('slug') slug: string, @User() user: CurrentUser): Promise<OutcomeDto> {
    return this.outcomes.of(user, slug);
  }

  @Post('rounds/:slug/outcome/propose')
  @HttpCode(200)
  @ApiOkResponse({ type: OutcomeDto, description: 'It waits for a second officer; nothing is out yet.' })
  @ApiNotFoundResponse({ description: 'round.unknown' })
  @ApiForbiddenResponse({ description: 'identity.role-missing | identity.second-factor-needed' })
  @ApiConflictResponse({
    description: 'outcome.stale | outcome.proposed | outcome.published | outcome.round-cancelled',
  })
  @ApiUnprocessableEntityResponse({ description: 'outcome.not-ready (missing)' })
  async propose(
    @Param('slug') slug: string,
    @User() user: CurrentUser,
    @Body() { digest }: PreviewDigestDto,
  ): Promise<OutcomeDto> {
    await this.proposeOutcome.execute(user, slug, digest);
    return this.outcomes.of(user, slug);
  }

  @Post('rounds/:slug/outcome/withdraw')
  @HttpCode(200)
  @ApiOkResponse({ type: OutcomeDto })
  @ApiNotFoundResponse({ description: 'round.unknown' })
  @ApiForbiddenResponse({ description: 'identity.role-missing | identity.second-factor-needed' })
  @ApiConflictResponse({ description: 'outcome.not-proposed | outcome.published' })
  async withdraw(@Param('slug') slug: string, @User() user: CurrentUser): Promise<OutcomeDto> {
    await this.withdrawOutcome.execute(user, slug);
    return this.outcomes.of(user, slug);
  }

  @Post('rounds/:slug/outcome/confirm')
  @HttpCode(200)
  @ApiOkResponse({ type: OutcomeDto, description: 'Everything is out.' })
  @ApiNotFoundResponse({ description: 'round.unknown' })
  @ApiForbiddenResponse({ description: 'identity.role-missing | identity.second-factor-needed' })
  @ApiConflictResponse({
    description:
      'outcome.stale | outcome.not-proposed | outcome.same-officer | outcome.published | outcome.round-cancelled',
  })
  @ApiUnprocessableEntityResponse({ description: 'outcome.not-ready (missing)' })
  async confirm(
    @Param('slug') slug: string,
    @User() user: CurrentUser,
    @Body() { digest }: PreviewDigestDto,
  ): Promise<OutcomeDto> {
    await this.confirmOutcome.execute(user, slug, digest);
    return this.outcomes.of(user, slug);
  }
}
