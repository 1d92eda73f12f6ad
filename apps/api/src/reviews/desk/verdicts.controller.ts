import { Body, Controller, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiConflictResponse,
  ApiForbiddenResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';

import { DecideAppeal } from '../appeals/decide-appeal.js';
import { ReopenReview } from '../cases/reopen-review.js';
import { type CurrentUser, SignedIn, User } from '../../identity/index.js';
import { ProposalNumber } from '../../proposals/index.js';
import { ReasonDto } from '../../rounds/index.js';
import { ConfirmVerdict } from '../verdicts/confirm-verdict.js';
import { SignVerdict } from '../verdicts/sign-verdict.js';
import { ConfirmVerdictDto, DecideAppealDto } from './dto/review-acts.dto.js';
import { ReviewDto } from './dto/review.dto.js';
import { ReviewPageQueries } from './review-page.queries.js';

/** What officers decide about a proposal, and about an appeal against it. */
@ApiTags('reviews')
@ApiBearerAuth()
@ApiNotFoundResponse({ description: 'proposal.unknown | review.unknown | appeal.unknown' })
@ApiForbiddenResponse({ description: 'identity.role-missing | identity.second-factor-needed' })
@Controller('reviews/:number')
@UseGuards(SignedIn)
export class VerdictsController {
  constructor(
    private readonly pages: ReviewPageQueries,
    private readonly confirmVerdict: ConfirmVerdict,
    private readonly signVerdict: SignVerdict,
    private readonly reopenReview: ReopenReview,
    private readonly decideAppeal: DecideAppeal,
  ) {}

  @Post('verdict')
  @HttpCode(200)
  @ApiOkResponse({ type: ReviewDto, description: 'A no waits for a second officer now.' })
  @ApiConflictResponse({
    description:
      'review.not-at-this-stage | review.verdict-differs | review.own-proposal | proposal.round-past-review',
  })
  @ApiUnprocessableEntityResponse({ description: 'review.incomplete | proposal.cost-over-budget' })
  async confirm(
    @User() user: CurrentUser,
    @Param('number', ProposalNumber) number: number,
    @Body() { verdict, opening }: ConfirmVerdictDto,
  ): Promise<ReviewDto> {
    await this.confirmVerdict.execute(user, number, verdict, opening);
    return this.show(user, number);
  }

  @Post('sign')
  @HttpCode(200)
  @ApiOkResponse({ type: ReviewDto, description: 'The letter is sent and the reasons are public.' })
  @ApiConflictResponse({
    description:
      'review.not-at-this-stage | review.same-officer | review.own-proposal | proposal.cannot-move',
  })
  async sign(@User() user: CurrentUser, @Param('number', ProposalNumber) number: number): Promise<ReviewDto> {
    await this.signVerdict.execute(user, number);
    return this.show(user, number);
  }

  @Post('send-back')
  @HttpCode(200)
  @ApiOkResponse({ type: ReviewDto, description: 'The reason stays in the office.' })
  @ApiConflictResponse({ description: 'review.not-at-this-stage | review.own-proposal' })
  async sendBack(
    @User() user: CurrentUser,
    @Param('number', ProposalNumber) number: number,
    @Body() { reason }: ReasonDto,
  ): Promise<ReviewDto> {
    await this.signVerdict.sendBack(user, number, reason);
    return this.show(user, number);
  }

  @Post('reopen')
  @HttpCode(200)
  @ApiOkResponse({ type: ReviewDto })
  @ApiConflictResponse({ description: 'proposal.cannot-move | proposal.round-past-review' })
  async reopen(
    @User() user: CurrentUser,
    @Param('number', ProposalNumber) number: number,
    @Body() { reason }: ReasonDto,
  ): Promise<ReviewDto> {
    await this.reopenReview.execute(user, number, reason);
    return this.show(user, number);
  }

  @Post('appeal')
  @HttpCode(200)
  @ApiOkResponse({ type: ReviewDto })
  @ApiConflictResponse({ description: 'review.same-officer | review.own-proposal' })
  async appeal(
    @User() user: CurrentUser,
    @Param('number', ProposalNumber) number: number,
    @Body() { upheld, reason }: DecideAppealDto,
  ): Promise<ReviewDto> {
    await this.decideAppeal.execute(user, number, upheld, reason);
    return this.show(user, number);
  }

  private async show(user: CurrentUser, number: number): Promise<ReviewDto> {
    return ReviewDto.of(await this.pages.page(user, number));
  }
}
