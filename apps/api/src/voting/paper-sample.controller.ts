import { Body, Controller, Get, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiConflictResponse,
  ApiForbiddenResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiTags,
} from '@nestjs/swagger';

import { type CurrentUser, SignedIn, User } from '../identity/index.js';
import {
  AnnounceSampleDto,
  CheckSampleDto,
  DrawSampleDto,
  PaperRecordDto,
  SampleOfficeDto,
} from './dto/sample.dto.js';
import { AnnounceSample, CheckSample, DrawSample } from './sample/sample-acts.js';
import { SampleQueries } from './sample/sample.queries.js';

/** The public check of some paper ballots after the count: announced, drawn by dice, compared, told to all. */
@ApiTags('voting')
@ApiNotFoundResponse({ description: 'round.unknown' })
@Controller('rounds/:slug')
export class PaperSampleController {
  constructor(
    private readonly queries: SampleQueries,
    private readonly announceSample: AnnounceSample,
    private readonly drawSample: DrawSample,
    private readonly checkSample: CheckSample,
  ) {}

  @Get('paper-record')
  @ApiOkResponse({ type: PaperRecordDto, description: 'How the boxes added up and what the check found.' })
  async record(@Param('slug') slug: string): Promise<PaperRecordDto> {
    return PaperRecordDto.of(await this.queries.record(slug));
  }

  @Get('paper-sample')
  @UseGuards(SignedIn)
  @ApiBearerAuth()
  @ApiOkResponse({ type: SampleOfficeDto })
  @ApiForbiddenResponse({ description: 'identity.role-missing | identity.second-factor-needed' })
  async office(@User() user: CurrentUser, @Param('slug') slug: string): Promise<SampleOfficeDto> {
    return SampleOfficeDto.of(await this.queries.office(user, slug));
  }

  @Post('paper-sample')
  @HttpCode(200)
  @UseGuards(SignedIn)
  @ApiBearerAuth()
  @ApiOkResponse({ type: SampleOfficeDto })
  @ApiForbiddenResponse({ description: 'identity.role-missing | identity.second-factor-needed' })
  @ApiConflictResponse({ description: 'voting.not-held | voting.sample-not-at-this-step (why)' })
  async announce(
    @User() user: CurrentUser,
    @Param('slug') slug: string,
    @Body() { sheets, thrownAt, place }: AnnounceSampleDto,
  ): Promise<SampleOfficeDto> {
    await this.announceSample.execute(user, slug, { sheets, thrownAt: new Date(thrownAt), place });
    return this.office(user, slug);
  }

  @Post('paper-sample/draw')
  @HttpCode(200)
  @UseGuards(SignedIn)
  @ApiBearerAuth()
  @ApiOkResponse({ type: SampleOfficeDto, description: 'Drawn when a second officer enters the same.' })
  @ApiForbiddenResponse({ description: 'identity.role-missing | identity.second-factor-needed' })
  @ApiConflictResponse({
    description:
      'voting.not-held | voting.sample-not-at-this-step (why) | voting.officers-differ | paper.sample-refused',
  })
  async draw(
    @User() user: CurrentUser,
    @Param('slug') slug: string,
    @Body() { seed }: DrawSampleDto,
  ): Promise<SampleOfficeDto> {
    await this.drawSample.execute(user, slug, seed);
    return this.office(user, slug);
  }

  @Post('paper-sample/outcome')
  @HttpCode(200)
  @UseGuards(SignedIn)
  @ApiBearerAuth()
  @ApiOkResponse({ type: SampleOfficeDto, description: 'Published when a second officer says the same.' })
  @ApiForbiddenResponse({ description: 'identity.role-missing | identity.second-factor-needed' })
  @ApiConflictResponse({
    description:
      'voting.not-held | voting.sample-not-at-this-step (why) | voting.officers-differ | paper.sample-refused',
  })
  async check(
    @User() user: CurrentUser,
    @Param('slug') slug: string,
    @Body() { errors, note }: CheckSampleDto,
  ): Promise<SampleOfficeDto> {
    await this.checkSample.execute(user, slug, { errors, note: note ?? null });
    return this.office(user, slug);
  }
}
