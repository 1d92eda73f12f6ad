import { Body, Controller, Get, Param, ParseUUIDPipe, Post, UseGuards } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiForbiddenResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiTags,
} from '@nestjs/swagger';

import { type CurrentUser, SignedIn, User } from '../identity/index.js';
import { Once } from '../platform/once/index.js';
import { PrintedSheetsDto, PrintSheetsDto, SheetPrintDto } from './dto/printed-sheets.dto.js';
import { PrintSheets } from './paper/print-sheets.js';

/** Numbers for paper ballots: only a sheet that was printed here can be entered. */
@ApiTags('voting')
@ApiBearerAuth()
@ApiForbiddenResponse({ description: 'identity.role-missing | identity.second-factor-needed' })
@ApiNotFoundResponse({ description: 'round.unknown | voting.print-unknown' })
@Controller('rounds/:slug/paper-sheets')
@UseGuards(SignedIn)
export class PrintedSheetsController {
  constructor(private readonly printSheets: PrintSheets) {}

  @Get()
  @ApiOkResponse({ type: [SheetPrintDto], description: 'Newest first.' })
  async list(@User() user: CurrentUser, @Param('slug') slug: string): Promise<SheetPrintDto[]> {
    return (await this.printSheets.list(user, slug)).map(SheetPrintDto.of);
  }

  @Post()
  @Once()
  @ApiCreatedResponse({ type: PrintedSheetsDto })
  @ApiConflictResponse({ description: 'voting.paper-not-frozen' })
  async print(
    @User() user: CurrentUser,
    @Param('slug') slug: string,
    @Body() { copies }: PrintSheetsDto,
  ): Promise<PrintedSheetsDto> {
    return this.serials(user, slug, await this.printSheets.execute(user, slug, copies));
  }

  @Get(':print')
  @ApiOkResponse({ type: PrintedSheetsDto, description: 'To print again what the printer spoiled.' })
  async serials(
    @User() user: CurrentUser,
    @Param('slug') slug: string,
    @Param('print', ParseUUIDPipe) print: string,
  ): Promise<PrintedSheetsDto> {
    return { id: print, serials: await this.printSheets.serials(user, slug, print) };
  }
}
