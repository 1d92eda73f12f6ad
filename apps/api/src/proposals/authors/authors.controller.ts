import { Body, Controller, Delete, Get, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiForbiddenResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiTags,
  ApiTooManyRequestsResponse,
} from '@nestjs/swagger';

import { type CurrentUser, SignedIn, User } from '../../identity/index.js';
import { Once } from '../../platform/once/index.js';
import { AuthorInvitationDto, InvitationTokenDto, InvitedToDto, ProposalAuthorsDto } from './authors.dto.js';
import { ProposalNumber } from '../proposal-number.pipe.js';
import { WithdrawProposal } from '../withdraw-proposal.js';
import { AuthorsQueries } from './authors.queries.js';
import { InviteAuthor } from './invite-author.js';
import { JoinAuthors } from './join-authors.js';
import { LeaveAuthors } from './leave-authors.js';

/** Writing a proposal together. */
@ApiTags('proposals')
@ApiBearerAuth()
@Controller()
@UseGuards(SignedIn)
export class AuthorsController {
  constructor(
    private readonly authors: AuthorsQueries,
    private readonly inviteAuthor: InviteAuthor,
    private readonly joinAuthors: JoinAuthors,
    private readonly leaveAuthors: LeaveAuthors,
    private readonly withdrawProposal: WithdrawProposal,
  ) {}

  @Get('proposals/:number/authors')
  @ApiOkResponse({ type: ProposalAuthorsDto })
  @ApiNotFoundResponse({ description: 'proposal.unknown' })
  @ApiForbiddenResponse({ description: 'proposal.not-yours' })
  async list(
    @User() user: CurrentUser,
    @Param('number', ProposalNumber) number: number,
  ): Promise<ProposalAuthorsDto> {
    return ProposalAuthorsDto.of(await this.authors.page(user, number));
  }

  @Post('proposals/:number/author-invitations')
  @Once()
  @ApiCreatedResponse({ type: AuthorInvitationDto })
  @ApiNotFoundResponse({ description: 'proposal.unknown' })
  @ApiForbiddenResponse({ description: 'proposal.not-yours' })
  @ApiConflictResponse({ description: 'proposal.cannot-be-shared' })
  @ApiTooManyRequestsResponse({ description: 'request.too-many, with retryAfterSeconds' })
  async invite(
    @User() user: CurrentUser,
    @Param('number', ProposalNumber) number: number,
  ): Promise<AuthorInvitationDto> {
    return AuthorInvitationDto.of(await this.inviteAuthor.execute(user, number));
  }

  @Delete('proposals/:number/authors/me')
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'The reader is not one of its authors any more.' })
  @ApiNotFoundResponse({ description: 'proposal.unknown' })
  @ApiForbiddenResponse({ description: 'proposal.not-yours' })
  @ApiConflictResponse({ description: 'proposal.last-author' })
  async leave(@User() user: CurrentUser, @Param('number', ProposalNumber) number: number): Promise<void> {
    await this.leaveAuthors.execute(user, number);
  }

  @Delete('proposals/:number/withdraw')
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'The reader does not want to take it back any more.' })
  @ApiNotFoundResponse({ description: 'proposal.unknown' })
  @ApiForbiddenResponse({ description: 'proposal.not-yours' })
  async keep(@User() user: CurrentUser, @Param('number', ProposalNumber) number: number): Promise<void> {
    await this.withdrawProposal.takeBack(user, number);
  }

  @Post('author-invitations/read')
  @HttpCode(200)
  @ApiOkResponse({ type: InvitedToDto, description: 'The token is sent in a body: addresses are logged.' })
  @ApiConflictResponse({ description: 'proposal.invitation-spent' })
  async read(@Body() { token }: InvitationTokenDto): Promise<InvitedToDto> {
    return InvitedToDto.of(await this.authors.invitation(token));
  }

  @Post('author-invitations/accept')
  @HttpCode(200)
  @ApiOkResponse({ type: InvitedToDto })
  @ApiConflictResponse({
    description: 'proposal.invitation-spent | proposal.already-author | proposal.cannot-be-shared',
  })
  async accept(@User() user: CurrentUser, @Body() { token }: InvitationTokenDto): Promise<InvitedToDto> {
    const invited = await this.authors.invitation(token);
    await this.joinAuthors.execute(user, token);
    return InvitedToDto.of(invited);
  }
}
