import { Controller, Get, Param } from '@nestjs/common';
import { ApiConflictResponse, ApiNotFoundResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { IssuerKeyDto } from './dto/pass.dto.js';
import { TurnoutDto } from './dto/turnout.dto.js';
import { PublicKeys } from './passes/public-keys.js';
import { TurnoutQueries } from './turnout/turnout.queries.js';

/** What everybody may know of a roll: counts and public keys. */
@ApiTags('roll')
@ApiNotFoundResponse({ description: 'round.unknown' })
@ApiConflictResponse({ description: 'roll.no-vote-here' })
@Controller('rounds/:slug')
export class TurnoutController {
  constructor(
    private readonly queries: TurnoutQueries,
    private readonly keys: PublicKeys,
  ) {}

  @Get('turnout')
  @ApiOkResponse({ type: TurnoutDto })
  async turnout(@Param('slug') slug: string): Promise<TurnoutDto> {
    return TurnoutDto.of(await this.queries.turnout(slug));
  }

  @Get('issuer-keys')
  @ApiOkResponse({
    type: [IssuerKeyDto],
    description: 'One for each ballot style; none before voting opens.',
  })
  async issuerKeys(@Param('slug') slug: string): Promise<IssuerKeyDto[]> {
    return (await this.keys.of(slug)).map(IssuerKeyDto.of);
  }
}
