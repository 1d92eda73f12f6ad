import { Readable } from 'node:stream';

import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  StreamableFile,
  UseGuards,
} from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBearerAuth,
  ApiConflictResponse,
  ApiForbiddenResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiProduces,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';

import { type CurrentUser, MaybeSignedIn, SignedIn, User } from '../identity/index.js';
import { Once } from '../platform/once/index.js';
import { CountsQueries } from './counts.queries.js';
import { ComparisonDto } from './dto/comparison.dto.js';
import { CountDto, RunCountDto } from './dto/count.dto.js';
import { ResultsDto } from './dto/results.dto.js';
import { OpenBallotsQueries } from './open-ballots.queries.js';
import { PublishCount } from './publish-count.js';
import { ResultsQueries } from './results.queries.js';
import { RunCount } from './run-count.js';
import { SignCount } from './sign-count.js';

@ApiTags('counts')
@Controller()
export class CountsController {
  constructor(
    private readonly runCount: RunCount,
    private readonly signCount: SignCount,
    private readonly publishCount: PublishCount,
    private readonly counts: CountsQueries,
  ) {}

  @Post('rounds/:slug/counts')
  @Once()
  @HttpCode(202)
  @UseGuards(SignedIn)
  @ApiBearerAuth()
  @ApiAcceptedResponse({ type: CountDto, description: 'Queued; it runs by itself.' })
  @ApiConflictResponse({ description: 'count.no-ballots | count.already-running' })
  @ApiForbiddenResponse({ description: 'identity.role-missing | identity.second-factor-needed' })
  @ApiUnprocessableEntityResponse({ description: 'rule.invalid' })
  async run(
    @Param('slug') roundSlug: string,
    @User() user: CurrentUser,
    @Body() { rule }: RunCountDto,
  ): Promise<CountDto> {
    return this.counts.byId(await this.runCount.execute({ user, roundSlug, rule }), user);
  }

  @Get('rounds/:slug/counts')
  @UseGuards(MaybeSignedIn)
  @ApiBearerAuth()
  @ApiOkResponse({ type: [CountDto], description: 'Officers see every count, others the published one.' })
  ofRound(@Param('slug') roundSlug: string, @User() user: CurrentUser | undefined): Promise<CountDto[]> {
    return this.counts.ofRound(roundSlug, user);
  }

  @Get('counts/:id')
  @UseGuards(MaybeSignedIn)
  @ApiBearerAuth()
  @ApiOkResponse({ type: CountDto })
  @ApiNotFoundResponse({ description: 'count.not-found | count.not-published' })
  one(@Param('id', ParseUUIDPipe) id: string, @User() user: CurrentUser | undefined): Promise<CountDto> {
    return this.counts.byId(id, user);
  }

  @Post('counts/:id/sign')
  @HttpCode(200)
  @UseGuards(SignedIn)
  @ApiBearerAuth()
  @ApiOkResponse({ type: CountDto })
  @ApiConflictResponse({ description: 'count.not-run | count.already-signed' })
  @ApiForbiddenResponse({ description: 'identity.role-missing | identity.second-factor-needed' })
  async sign(@Param('id', ParseUUIDPipe) id: string, @User() user: CurrentUser): Promise<CountDto> {
    await this.signCount.execute(user, id);
    return this.counts.byId(id, user);
  }

  @Post('counts/:id/publish')
  @HttpCode(200)
  @UseGuards(SignedIn)
  @ApiBearerAuth()
  @ApiOkResponse({ type: CountDto })
  @ApiConflictResponse({ description: 'count.not-signed-off | count.another-published | count.rule-differs' })
  @ApiForbiddenResponse({ description: 'identity.role-missing | identity.second-factor-needed' })
  async publish(@Param('id', ParseUUIDPipe) id: string, @User() user: CurrentUser): Promise<CountDto> {
    await this.publishCount.execute(user, id);
    return this.counts.byId(id, user);
  }
}

/** What a count found. Nothing about any project leaves before there is a count, and to the public not before it is published. */
@ApiTags('counts')
@Controller()
export class ResultsController {
  constructor(
    private readonly results: ResultsQueries,
    private readonly open: OpenBallotsQueries,
  ) {}

  @Get('counts/:id/results')
  @UseGuards(MaybeSignedIn)
  @ApiBearerAuth()
  @ApiOkResponse({ type: ResultsDto })
  @ApiNotFoundResponse({ description: 'count.not-found | count.not-published' })
  ofCount(
    @Param('id', ParseUUIDPipe) id: string,
    @User() user: CurrentUser | undefined,
  ): Promise<ResultsDto> {
    return this.results.ofCount(id, user);
  }

  @Get('counts/:id/bundle')
  @UseGuards(MaybeSignedIn)
  @ApiBearerAuth()
  @ApiOkResponse({ type: Object, description: 'Rule, paper, hash of the inputs and the whole outcome.' })
  @ApiNotFoundResponse({ description: 'count.not-found | count.not-published' })
  bundle(@Param('id', ParseUUIDPipe) id: string, @User() user: CurrentUser | undefined): Promise<object> {
    return this.open.bundle(id, user);
  }

  @Get('rounds/:slug/results')
  @ApiOkResponse({ type: ResultsDto })
  @ApiNotFoundResponse({ description: 'round.unknown | count.not-published' })
  ofRound(@Param('slug') roundSlug: string): Promise<ResultsDto> {
    return this.results.ofRound(roundSlug);
  }

  @Get('rounds/:slug/comparison')
  @UseGuards(MaybeSignedIn)
  @ApiBearerAuth()
  @ApiOkResponse({
    type: ComparisonDto,
    description: 'Columns are empty while they are still being counted.',
  })
  @ApiNotFoundResponse({ description: 'round.unknown | count.not-published' })
  comparison(
    @Param('slug') roundSlug: string,
    @User() user: CurrentUser | undefined,
  ): Promise<ComparisonDto> {
    return this.results.comparison(roundSlug, user);
  }

  @Get('rounds/:slug/ballots.pb')
  @ApiProduces('text/plain')
  @ApiOkResponse({ type: String, description: 'Every ballot in the format of pabulib.org.' })
  @ApiForbiddenResponse({ description: 'count.too-few-ballots' })
  @ApiNotFoundResponse({ description: 'round.unknown | count.not-published' })
  async ballots(@Param('slug') roundSlug: string): Promise<StreamableFile> {
    const pieces = Readable.from(await this.open.pabulibFile(roundSlug));
    return new StreamableFile(pieces, { type: 'text/plain; charset=utf-8' });
  }
}
