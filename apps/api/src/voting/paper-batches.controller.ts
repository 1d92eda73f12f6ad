import { Body, Controller, Get, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiConflictResponse,
  ApiForbiddenResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';

import { type CurrentUser, SignedIn, User } from '../identity/index.js';
import {
  CountBoxDto,
  KeyedDto,
  KeySheetsDto,
  PaperBatchDto,
  SealBatchDto,
  SettleSheetsDto,
  SheetDifferenceDto,
  WithdrawSheetDto,
} from './dto/paper-batch.dto.js';
import { CountBox, SealBatch } from './paper/paper-acts.js';
import { KeySheets, SettleSheets, WithdrawSheet } from './paper/key-sheets.js';
import { PaperBatchesQueries } from './paper/paper-batches.queries.js';

/** How officers bring paper ballots into the ballot box: count, enter, enter again, compare, seal. */
@ApiTags('voting')
@ApiBearerAuth()
@ApiForbiddenResponse({ description: 'identity.role-missing | identity.second-factor-needed' })
@ApiNotFoundResponse({ description: 'round.unknown | paper.batch-unknown' })
@ApiConflictResponse({
  description:
    'voting.not-held | voting.officers-differ | voting.batch-not-ready | voting.ballot-box-unreachable | paper.*',
})
@Controller('rounds/:slug/paper-batches')
@UseGuards(SignedIn)
export class PaperBatchesController {
  constructor(
    private readonly queries: PaperBatchesQueries,
    private readonly countBox: CountBox,
    private readonly keySheets: KeySheets,
    private readonly settleSheets: SettleSheets,
    private readonly sealBatch: SealBatch,
    private readonly withdrawSheet: WithdrawSheet,
  ) {}

  @Get()
  @ApiOkResponse({ type: [PaperBatchDto] })
  async list(@User() user: CurrentUser, @Param('slug') slug: string): Promise<PaperBatchDto[]> {
    return PaperBatchDto.list(await this.queries.now(user, slug), user.id);
  }

  @Post()
  @HttpCode(200)
  @ApiOkResponse({ type: [PaperBatchDto], description: 'Begins when a second officer counted the same.' })
  async count(
    @User() user: CurrentUser,
    @Param('slug') slug: string,
    @Body() { batch, issued, inBox, spoiled, returned, missing }: CountBoxDto,
  ): Promise<PaperBatchDto[]> {
    await this.countBox.execute(user, slug, { batch, issued, inBox, spoiled, returned, missing });
    return this.list(user, slug);
  }

  @Post(':batch/sheets')
  @HttpCode(200)
  @ApiOkResponse({ type: KeyedDto })
  @ApiUnprocessableEntityResponse({
    description: 'voting.serial-unknown | ballot.* of what the ballot paper refuses',
  })
  key(
    @User() user: CurrentUser,
    @Param('slug') slug: string,
    @Param('batch') batch: string,
    @Body() { sheets, isLast }: KeySheetsDto,
  ): Promise<KeyedDto> {
    return this.keySheets.execute(user, slug, { batch, sheets, isLast });
  }

  @Post(':batch/sheets/withdraw')
  @HttpCode(200)
  @ApiOkResponse({ type: KeyedDto, description: 'The sheet can be entered again.' })
  withdraw(
    @User() user: CurrentUser,
    @Param('slug') slug: string,
    @Param('batch') batch: string,
    @Body() { serial }: WithdrawSheetDto,
  ): Promise<KeyedDto> {
    return this.withdrawSheet.execute(user, slug, batch, serial);
  }

  @Get(':batch/differences')
  @ApiOkResponse({ type: [SheetDifferenceDto], description: 'Only after voting has closed.' })
  async differences(
    @User() user: CurrentUser,
    @Param('slug') slug: string,
    @Param('batch') batch: string,
  ): Promise<SheetDifferenceDto[]> {
    return (await this.queries.differences(user, slug, batch)).map(SheetDifferenceDto.of);
  }

  @Post(':batch/rulings')
  @HttpCode(204)
  @ApiNoContentResponse()
  async settle(
    @User() user: CurrentUser,
    @Param('slug') slug: string,
    @Param('batch') batch: string,
    @Body() { reason, rulings }: SettleSheetsDto,
  ): Promise<void> {
    await this.settleSheets.execute(user, slug, { batch, reason, rulings });
  }

  @Post(':batch/seal')
  @HttpCode(200)
  @ApiOkResponse({ type: [PaperBatchDto], description: 'Sealed when a second officer says so too.' })
  async seal(
    @User() user: CurrentUser,
    @Param('slug') slug: string,
    @Param('batch') batch: string,
    @Body() { discrepancy }: SealBatchDto,
  ): Promise<PaperBatchDto[]> {
    await this.sealBatch.execute(user, slug, batch, discrepancy ?? null);
    return this.list(user, slug);
  }
}
