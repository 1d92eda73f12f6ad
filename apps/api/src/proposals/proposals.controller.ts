import { Controller, Get, Param, Query, UseGuards } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiTags,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';

import { type CurrentUser, MaybeSignedIn, User } from '../identity/index.js';
import { CommentDto } from './dto/comment.dto.js';
import { ProposalPageDto, ProposalPinDto } from './dto/proposal-page.dto.js';
import { ProposalDto } from './dto/proposal.dto.js';
import { ProposalsFilterDto, ProposalsQueryDto } from './dto/proposals-query.dto.js';
import { ProposalListQueries } from './proposal-list.queries.js';
import { ProposalNumber } from './proposal-number.pipe.js';
import { ProposalsQueries } from './proposals.queries.js';

/** What everybody may read of proposals. */
@ApiTags('proposals')
@ApiBearerAuth()
@Controller('proposals')
@UseGuards(MaybeSignedIn)
export class ProposalsController {
  constructor(
    private readonly proposals: ProposalsQueries,
    private readonly lists: ProposalListQueries,
  ) {}

  @Get()
  @ApiOkResponse({ type: ProposalPageDto })
  @ApiUnauthorizedResponse({ description: 'identity.sign-in-needed, for `mine`' })
  async list(
    @User() user: CurrentUser | undefined,
    @Query() query: ProposalsQueryDto,
  ): Promise<ProposalPageDto> {
    return ProposalPageDto.of(await this.lists.list(user, query), query);
  }

  @Get('map')
  @ApiOkResponse({ type: [ProposalPinDto], description: 'Those with a point on the map, at most 5,000.' })
  async map(
    @User() user: CurrentUser | undefined,
    @Query() query: ProposalsFilterDto,
  ): Promise<ProposalPinDto[]> {
    return (await this.lists.pins(user, query)).map(ProposalPinDto.of);
  }

  @Get(':number')
  @ApiOkResponse({ type: ProposalDto })
  @ApiNotFoundResponse({ description: 'proposal.unknown' })
  async page(
    @User() user: CurrentUser | undefined,
    @Param('number', ProposalNumber) number: number,
  ): Promise<ProposalDto> {
    return ProposalDto.of(await this.proposals.page(user, number));
  }

  @Get(':number/comments')
  @ApiOkResponse({ type: [CommentDto], description: 'Oldest first.' })
  @ApiNotFoundResponse({ description: 'proposal.unknown' })
  async comments(
    @User() user: CurrentUser | undefined,
    @Param('number', ProposalNumber) number: number,
  ): Promise<CommentDto[]> {
    const comments = await this.proposals.comments(user, number);
    return comments.map((comment) => CommentDto.of(comment, user?.id));
  }
}
