import { Body, Controller, Get, HttpCode, Param, Post, Put, UseGuards } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiConflictResponse,
  ApiForbiddenResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';

import { AddNote } from '../cases/add-note.js';
import { AnswerCriteria } from '../cases/answer-criteria.js';
import { AssignReviews } from '../cases/assign-reviews.js';
import { SetCosts } from '../cases/set-costs.js';
import { type CurrentUser, SignedIn, User } from '../../identity/index.js';
import { Once } from '../../platform/once/index.js';
import { ProposalNumber } from '../../proposals/index.js';
import { AddNoteDto, AnswerCriteriaDto, AssignReviewsDto, SetCostsDto } from './dto/review-acts.dto.js';
import { ReviewDto } from './dto/review.dto.js';
import { ReviewPageQueries } from './review-page.queries.js';

/** What reviewers and officers do until a verdict can be confirmed. */
@ApiTags('reviews')
@ApiBearerAuth()
@ApiNotFoundResponse({ description: 'proposal.unknown | review.unknown' })
@ApiForbiddenResponse({
  description: 'identity.role-missing | identity.second-factor-needed | review.criterion-not-yours',
})
@Controller('reviews')
@UseGuards(SignedIn)
export class ReviewsController {
  constructor(
    private readonly pages: ReviewPageQueries,
    private readonly assignReviews: AssignReviews,
    private readonly answerCriteria: AnswerCriteria,
    private readonly setCosts: SetCosts,
    private readonly addNote: AddNote,
  ) {}

  @Post('assign')
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'Those just submitted are in review now.' })
  @ApiConflictResponse({
    description:
      'proposal.cannot-move | proposal.round-past-review | review.not-at-this-stage | department.elsewhere | ' +
      'review.person-not-in-department',
  })
  async assign(@User() user: CurrentUser, @Body() body: AssignReviewsDto): Promise<void> {
    await this.assignReviews.execute(user, body);
  }

  @Get(':number')
  @ApiOkResponse({ type: ReviewDto })
  page(@User() user: CurrentUser, @Param('number', ProposalNumber) number: number): Promise<ReviewDto> {
    return this.show(user, number);
  }

  @Put(':number/answers')
  @ApiOkResponse({ type: ReviewDto })
  @ApiConflictResponse({
    description: 'proposal.cannot-move | review.not-at-this-stage | review.criterion-not-asked',
  })
  @ApiUnprocessableEntityResponse({
    description: 'review.incomplete, with errors, for what is called finished',
  })
  async answer(
    @User() user: CurrentUser,
    @Param('number', ProposalNumber) number: number,
    @Body() { answers }: AnswerCriteriaDto,
  ): Promise<ReviewDto> {
    await this.answerCriteria.execute(user, number, answers);
    return this.show(user, number);
  }

  @Put(':number/costs')
  @ApiOkResponse({ type: ReviewDto })
  @ApiConflictResponse({ description: 'proposal.cannot-move | review.not-at-this-stage' })
  @ApiUnprocessableEntityResponse({ description: 'review.costs-invalid' })
  async costs(
    @User() user: CurrentUser,
    @Param('number', ProposalNumber) number: number,
    @Body() costs: SetCostsDto,
  ): Promise<ReviewDto> {
    await this.setCosts.execute(user, number, costs);
    return this.show(user, number);
  }

  @Post(':number/notes')
  @Once()
  @HttpCode(200)
  @ApiOkResponse({ type: ReviewDto })
  async note(
    @User() user: CurrentUser,
    @Param('number', ProposalNumber) number: number,
    @Body() { text }: AddNoteDto,
  ): Promise<ReviewDto> {
    await this.addNote.execute(user, number, text);
    return this.show(user, number);
  }

  private async show(user: CurrentUser, number: number): Promise<ReviewDto> {
    return ReviewDto.of(await this.pages.page(user, number));
  }
}
