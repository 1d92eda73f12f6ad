import {
  Body,
  Controller,
  Delete,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
  UseGuards,
} from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiForbiddenResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiTags,
  ApiTooManyRequestsResponse,
} from '@nestjs/swagger';

import { type CurrentUser, SignedIn, User } from '../identity/index.js';
import { Once } from '../platform/once/index.js';
import { CommentOnProposal } from './comment-on-proposal.js';
import { CommentDto, WriteCommentDto } from './dto/comment.dto.js';
import { FollowProposal } from './follow-proposal.js';
import { ProposalNumber } from './proposal-number.pipe.js';
import { ProposalNames } from './proposal-names.js';
import { SupportProposal } from './support-proposal.js';
import { WithdrawComment } from './withdraw-comment.js';

/** What residents add to somebody's proposal. */
@ApiTags('proposals')
@ApiBearerAuth()
@ApiNotFoundResponse({ description: 'proposal.unknown | comment.unknown' })
@Controller('proposals/:number')
@UseGuards(SignedIn)
export class ContributionsController {
  constructor(
    private readonly supportProposal: SupportProposal,
    private readonly followProposal: FollowProposal,
    private readonly commentOnProposal: CommentOnProposal,
    private readonly withdrawComment: WithdrawComment,
    private readonly names: ProposalNames,
  ) {}

  @Put('support')
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'The support is counted, once.' })
  @ApiConflictResponse({ description: 'proposal.own | proposal.not-open-for-support' })
  async support(@User() user: CurrentUser, @Param('number', ProposalNumber) number: number): Promise<void> {
    await this.supportProposal.execute(user, number, true);
  }

  @Delete('support')
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'The support is not counted any more.' })
  @ApiConflictResponse({ description: 'proposal.own | proposal.not-open-for-support' })
  async withdrawSupport(
    @User() user: CurrentUser,
    @Param('number', ProposalNumber) number: number,
  ): Promise<void> {
    await this.supportProposal.execute(user, number, false);
  }

  @Put('follow')
  @HttpCode(204)
  @ApiNoContentResponse()
  async follow(@User() user: CurrentUser, @Param('number', ProposalNumber) number: number): Promise<void> {
    await this.followProposal.execute(user, number, true);
  }

  @Delete('follow')
  @HttpCode(204)
  @ApiNoContentResponse()
  async unfollow(@User() user: CurrentUser, @Param('number', ProposalNumber) number: number): Promise<void> {
    await this.followProposal.execute(user, number, false);
  }

  @Post('comments')
  @Once()
  @ApiCreatedResponse({ type: CommentDto })
  @ApiConflictResponse({ description: 'proposal.not-open-for-comments' })
  @ApiTooManyRequestsResponse({ description: 'request.too-many, with retryAfterSeconds' })
  async comment(
    @User() user: CurrentUser,
    @Param('number', ProposalNumber) number: number,
    @Body() { text }: WriteCommentDto,
  ): Promise<CommentDto> {
    const comment = await this.commentOnProposal.execute(user, number, text);
    const [labelled] = await this.names.labelled([comment]);
    return CommentDto.of(labelled ?? { comment, authorLabel: '' }, user.id);
  }

  @Delete('comments/:id')
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'Its words are gone, its place stays.' })
  @ApiForbiddenResponse({ description: 'comment.not-yours' })
  async takeBack(
    @User() user: CurrentUser,
    @Param('number', ProposalNumber) number: number,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<void> {
    await this.withdrawComment.execute(user, number, id);
  }
}
