import { Body, Controller, Get, Param, Post, UseGuards } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiForbiddenResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';

import { Authority, type CurrentUser, SignedIn, User } from '../../identity/index.js';
import { Places } from '../../places/index.js';
import { Once } from '../../platform/once/index.js';
import { RecordSpokenDto, SpokenDto, SpokenIdDto } from './spoken.dto.js';
import { RecordSpoken } from './record-spoken.js';
import { SpokenRepository } from './spoken.repository.js';

/** What people said where they were. Unread words of others are never public: only whoever works there sees them. */
@ApiTags('contributions')
@ApiBearerAuth()
@ApiForbiddenResponse({ description: 'identity.role-missing | identity.second-factor-needed' })
@Controller()
@UseGuards(SignedIn)
export class SpokenController {
  constructor(
    private readonly recordSpoken: RecordSpoken,
    private readonly authority: Authority,
    private readonly places: Places,
    private readonly spoken: SpokenRepository,
  ) {}

  @Post('contributions/spoken')
  @Once()
  @ApiCreatedResponse({ type: SpokenIdDto })
  @ApiNotFoundResponse({ description: 'place.unknown | round.unknown' })
  @ApiUnprocessableEntityResponse({ description: 'spoken.reaches-somebody | spoken.proposal-unknown' })
  async record(@User() user: CurrentUser, @Body() sent: RecordSpokenDto): Promise<SpokenIdDto> {
    return { id: await this.recordSpoken.execute(user, sent) };
  }

  @Get('places/:slug/spoken')
  @ApiOkResponse({ type: [SpokenDto], description: 'Of the place and everything below it, newest first.' })
  @ApiNotFoundResponse({ description: 'place.unknown' })
  async list(@User() user: CurrentUser, @Param('slug') slug: string): Promise<SpokenDto[]> {
    const { id } = await this.places.bySlug(slug);
    await this.authority.mustHold(user, ['facilitator', 'officer', 'auditor'], id);
    return (await this.spoken.ofPlaces(await this.places.idsWithin(slug))).map(SpokenDto.of);
  }
}
