import { Controller, Get, Param } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { PlaceYouSaidDto, YouSaidDto } from './dto/you-said.dto.js';
import { YouSaidQueries } from './you-said.queries.js';

/** We asked, you said, we did, did it work. */
@ApiTags('contributions')
@Controller()
export class YouSaidController {
  constructor(private readonly said: YouSaidQueries) {}

  @Get('rounds/:slug/you-said')
  @ApiOkResponse({ type: YouSaidDto })
  @ApiNotFoundResponse({ description: 'round.unknown' })
  ofRound(@Param('slug') slug: string): Promise<YouSaidDto> {
    return this.said.ofRound(slug);
  }

  @Get('places/:slug/you-said')
  @ApiOkResponse({ type: PlaceYouSaidDto, description: 'Its rounds, and what of the others lies in it.' })
  @ApiNotFoundResponse({ description: 'place.unknown' })
  ofPlace(@Param('slug') slug: string): Promise<PlaceYouSaidDto> {
    return this.said.ofPlace(slug);
  }
}
