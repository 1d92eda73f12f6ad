import { Body, Controller, Get, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiConflictResponse,
  ApiForbiddenResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiTags,
} from '@nestjs/swagger';

import { type CurrentUser, MaybeSignedIn, SignedIn, User } from '../identity/index.js';
import { Once } from '../platform/once/index.js';
import { ReasonDto } from '../rounds/index.js';
import { VotingDto } from './dto/voting.dto.js';
import { CloseVote } from './stages/close-vote.js';
import { FinishVote } from './stages/finish-vote.js';
import { TryAgain } from './stages/try-again.js';
import { VotingQueries } from './voting.queries.js';

/** Where a round is voted on, and the acts of officers that open, close and finish its vote. */
@ApiTags('voting')
@ApiBearerAuth()
@ApiNotFoundResponse({ description: 'round.unknown' })
@Controller('rounds/:slug/voting')
export class VotingController {
  constructor(
    private readonly queries: VotingQueries,
    private readonly tryAgain: TryAgain,
    private readonly closeVote: CloseVote,
    private readonly finishVote: FinishVote,
  ) {}

  @Get()
  @UseGuards(MaybeSignedIn)
  @ApiOkResponse({ type: VotingDto, description: 'Officers and auditors see more.' })
  async now(@Param('slug') slug: string, @User() user: CurrentUser | undefined): Promise<VotingDto> {
    return VotingDto.of(await this.queries.now(user, slug), user?.id);
  }

  @Post('go-on')
  @HttpCode(200)
  @UseGuards(SignedIn)
  @ApiOkResponse({ type: VotingDto, description: 'What is due was tried now; see `office.failure`.' })
  @ApiConflictResponse({ description: 'voting.not-held | voting.ballot-box-unreachable' })
  @ApiForbiddenResponse({ description: 'identity.role-missing | identity.second-factor-needed' })
  async goOn(@Param('slug') slug: string, @User() user: CurrentUser): Promise<VotingDto> {
    await this.tryAgain.execute(user, slug);
    return this.now(slug, user);
  }

  @Post('close')
  @HttpCode(200)
  @UseGuards(SignedIn)
  @ApiOkResponse({ type: VotingDto, description: 'Asked by the first officer, closed by the second.' })
  @ApiConflictResponse({ description: 'voting.not-held | voting.not-at-this-stage (stage)' })
  @ApiForbiddenResponse({ description: 'identity.role-missing | identity.second-factor-needed' })
  async close(
    @Param('slug') slug: string,
    @User() user: CurrentUser,
    @Body() { reason }: ReasonDto,
  ): Promise<VotingDto> {
    await this.closeVote.execute(user, slug, reason);
    return this.now(slug, user);
  }

  @Post('finish')
  @Once()
  @HttpCode(202)
  @UseGuards(SignedIn)
  @ApiOkResponse({
    type: VotingDto,
    description: 'Asked by the first officer; with the second’s word verifying and storing runs by itself.',
  })
  @ApiConflictResponse({
    description:
      'voting.not-held | voting.not-at-this-stage (stage) | voting.paper-not-sealed | voting.paper-unaccounted (issued, accounted) | voting.ballot-box-unreachable',
  })
  @ApiForbiddenResponse({ description: 'identity.role-missing | identity.second-factor-needed' })
  async finish(@Param('slug') slug: string, @User() user: CurrentUser): Promise<VotingDto> {
    await this.finishVote.execute(user, slug);
    return this.now(slug, user);
  }
}
