import { Body, Controller, Get, Param, Post, UseGuards } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiForbiddenResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiTags,
} from '@nestjs/swagger';

import { MakeAppeal } from '../appeals/make-appeal.js';
import { type CurrentUser, MaybeSignedIn, SignedIn, User } from '../../identity/index.js';
import { Once } from '../../platform/once/index.js';
import { ProposalNumber } from '../../proposals/index.js';
import { MakeAppealDto, ProposalReviewDto, SentLetterDto } from './dto/proposal-review.dto.js';
import { ProposalReviewQueries } from './proposal-review.queries.js';

/** What came of a review, for everybody; the letter and the appeal, for the author. */
@ApiTags('proposals')
@ApiBearerAuth()
@Controller('proposals/:number')
export class ProposalReviewController {
  constructor(
    private readonly reviews: ProposalReviewQueries,
    private readonly makeAppeal: MakeAppeal,
  ) {}

  @Get('review')
  @UseGuards(MaybeSignedIn)
  @ApiOkResponse({ type: ProposalReviewDto, description: 'Nothing of what is still being weighed.' })
  @ApiNotFoundResponse({ description: 'proposal.unknown' })
  async review(
    @User() user: CurrentUser | undefined,
    @Param('number', ProposalNumber) number: number,
  ): Promise<ProposalReviewDto> {
    return ProposalReviewDto.of(await this.reviews.of(user, number));
  }

  @Get('letter')
  @UseGuards(SignedIn)
  @ApiOkResponse({ type: SentLetterDto, description: 'As it was sent; for the author and officers.' })
  @ApiNotFoundResponse({ description: 'proposal.unknown | review.no-letter' })
  async letter(
    @User() user: CurrentUser,
    @Param('number', ProposalNumber) number: number,
  ): Promise<SentLetterDto> {
    return SentLetterDto.ofSent(await this.reviews.letter(user, number));
  }

  @Post('appeal')
  @Once()
  @UseGuards(SignedIn)
  @ApiCreatedResponse({ type: ProposalReviewDto })
  @ApiNotFoundResponse({ description: 'proposal.unknown' })
  @ApiForbiddenResponse({ description: 'proposal.not-yours' })
  @ApiConflictResponse({ description: 'appeal.used | appeal.not-open' })
  async appeal(
    @User() user: CurrentUser,
    @Param('number', ProposalNumber) number: number,
    @Body() { text, textPublic }: MakeAppealDto,
  ): Promise<ProposalReviewDto> {
    await this.makeAppeal.execute(user, number, text, textPublic);
    return ProposalReviewDto.of(await this.reviews.of(user, number));
  }
}
