import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, UseGuards } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiForbiddenResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';

import { type CurrentUser, SignedIn, User } from '../identity/index.js';
import { Once } from '../platform/once/index.js';
import { FindElectorDto, FoundElectorDto, IssuePaperDto } from './dto/paper.dto.js';
import { AskReissueDto, ReissueDto } from './dto/reissue.dto.js';
import { FindElector } from './paper/find-elector.js';
import { IssuePaper } from './paper/issue-paper.js';
import { ReissuePass } from './passes/reissue-pass.js';
import { ReissuesQueries } from './passes/reissues.queries.js';

/** What officers and facilitators do at a table while voting is open. */
@ApiTags('roll')
@ApiBearerAuth()
@ApiForbiddenResponse({ description: 'identity.role-missing | identity.second-factor-needed' })
@ApiNotFoundResponse({ description: 'round.unknown | roll.elector-unknown | roll.reissue-unknown' })
@Controller('rounds/:slug/roll')
@UseGuards(SignedIn)
export class PollingController {
  constructor(
    private readonly findElector: FindElector,
    private readonly issuePaper: IssuePaper,
    private readonly reissuePass: ReissuePass,
    private readonly reissues: ReissuesQueries,
  ) {}

  @Post('search')
  @HttpCode(200)
  @ApiOkResponse({
    type: [FoundElectorDto],
    description: 'The certain one alone, or those that may be meant.',
  })
  @ApiUnprocessableEntityResponse({ description: 'roll.details-unfit | postcode.malformed' })
  async search(
    @User() user: CurrentUser,
    @Param('slug') slug: string,
    @Body() body: FindElectorDto,
  ): Promise<FoundElectorDto[]> {
    return (await this.findElector.execute(user, slug, body)).map(FoundElectorDto.of);
  }

  @Post('paper')
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'Marked: hand out one sheet.' })
  @ApiConflictResponse({ description: 'roll.pass-already-issued (channel) | roll.voting-not-open' })
  async paper(
    @User() user: CurrentUser,
    @Param('slug') slug: string,
    @Body() { elector }: IssuePaperDto,
  ): Promise<void> {
    await this.issuePaper.execute(user, slug, elector);
  }

  @Get('reissues')
  @ApiOkResponse({ type: [ReissueDto], description: 'Newest first.' })
  async list(@User() user: CurrentUser, @Param('slug') slug: string): Promise<ReissueDto[]> {
    return (await this.reissues.list(user, slug)).map((reissue) => ReissueDto.of(reissue, user.id));
  }

  @Post('reissues')
  @Once()
  @ApiCreatedResponse({ type: [ReissueDto] })
  @ApiConflictResponse({ description: 'roll.nothing-to-reissue | roll.voting-not-open' })
  async ask(
    @User() user: CurrentUser,
    @Param('slug') slug: string,
    @Body() { elector, reason }: AskReissueDto,
  ): Promise<ReissueDto[]> {
    await this.reissuePass.ask(user, slug, elector, reason);
    return this.list(user, slug);
  }

  @Post('reissues/:reissue/confirm')
  @HttpCode(200)
  @ApiOkResponse({ type: [ReissueDto] })
  @ApiForbiddenResponse({ description: 'roll.another-officer-needed' })
  @ApiConflictResponse({ description: 'roll.nothing-to-reissue | roll.voting-not-open' })
  async confirm(
    @User() user: CurrentUser,
    @Param('slug') slug: string,
    @Param('reissue', ParseUUIDPipe) reissue: string,
  ): Promise<ReissueDto[]> {
    await this.reissuePass.confirm(user, slug, reissue);
    return this.list(user, slug);
  }
}
