import { Controller, Get, Param, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiNotFoundResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { type CurrentUser, MaybeSignedIn, User } from '../../identity/index.js';
import { PressSheetDto } from './press.dto.js';
import { PressSheets } from './press-sheets.js';

@ApiTags('outcomes')
@ApiBearerAuth()
@Controller('rounds/:slug/press')
export class PressController {
  constructor(private readonly sheets: PressSheets) {}

  @Get()
  @UseGuards(MaybeSignedIn)
  @ApiOkResponse({ type: PressSheetDto, description: 'Public once published; a draft before, for officers.' })
  @ApiNotFoundResponse({ description: 'round.unknown | outcome.not-published' })
  sheet(@Param('slug') slug: string, @User() user: CurrentUser | undefined): Promise<PressSheetDto> {
    return this.sheets.ofRound(slug, user);
  }
}
