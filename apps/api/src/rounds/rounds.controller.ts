import { Controller, Get, Param, Query, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiNotFoundResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { type CurrentUser, MaybeSignedIn, User } from '../identity/index.js';
import { BallotPaperDto } from './dto/ballot-paper.dto.js';
import { HistoryEntryDto } from './dto/history-entry.dto.js';
import { RoundDto, RoundSummaryDto } from './dto/round.dto.js';
import { RoundsQueryDto } from './dto/rounds-query.dto.js';
import { RoundsQueries } from './rounds.queries.js';

/** What everybody may read of rounds; officers see their drafts too. */
@ApiTags('rounds')
@ApiBearerAuth()
@Controller('rounds')
@UseGuards(MaybeSignedIn)
export class RoundsController {
  constructor(private readonly rounds: RoundsQueries) {}

  @Get()
  @ApiOkResponse({ type: [RoundSummaryDto], description: 'Newest first.' })
  async list(
    @User() user: CurrentUser | undefined,
    @Query() query: RoundsQueryDto,
  ): Promise<RoundSummaryDto[]> {
    const found = await this.rounds.list(user, query);
    return found.map(({ round, place }) => RoundSummaryDto.ofRound(round, place));
  }

  @Get(':slug')
  @ApiOkResponse({ type: RoundDto })
  @ApiNotFoundResponse({ description: 'round.unknown' })
  async page(@User() user: CurrentUser | undefined, @Param('slug') slug: string): Promise<RoundDto> {
    const { round, place } = await this.rounds.page(user, slug);
    return RoundDto.of(round, place);
  }

  @Get(':slug/ballot-paper')
  @ApiOkResponse({ type: BallotPaperDto })
  @ApiNotFoundResponse({ description: 'round.unknown | round.paper-not-frozen' })
  async paper(@Param('slug') slug: string): Promise<BallotPaperDto> {
    return BallotPaperDto.of(await this.rounds.paper(slug));
  }

  @Get(':slug/history')
  @ApiOkResponse({ type: [HistoryEntryDto], description: 'Oldest first.' })
  @ApiNotFoundResponse({ description: 'round.unknown' })
  async history(
    @User() user: CurrentUser | undefined,
    @Param('slug') slug: string,
  ): Promise<HistoryEntryDto[]> {
    return (await this.rounds.history(user, slug)).map(HistoryEntryDto.of);
  }
}
