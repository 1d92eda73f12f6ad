import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, UseGuards } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiForbiddenResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';

import { type CurrentUser, SignedIn, User } from '../identity/index.js';
import { Once } from '../platform/once/index.js';
import { KeptUploadDto, RemoveElectorDto, UndoUploadDto, WithdrawalDto } from './dto/withdrawal.dto.js';
import { AskWithdrawal } from './withdrawals/ask-withdrawal.js';
import { DecideWithdrawal } from './withdrawals/decide-withdrawal.js';
import { WithdrawalsQueries } from './withdrawals/withdrawals.queries.js';

/** How voters are taken off a roll before voting opens: asked for by one officer, confirmed by another. */
@ApiTags('roll')
@ApiBearerAuth()
@ApiForbiddenResponse({ description: 'identity.role-missing | identity.second-factor-needed' })
@ApiNotFoundResponse({
  description: 'round.unknown | roll.upload-unknown | roll.elector-unknown | roll.withdrawal-unknown',
})
@Controller('rounds/:slug/roll')
@UseGuards(SignedIn)
export class WithdrawalsController {
  constructor(
    private readonly askWithdrawal: AskWithdrawal,
    private readonly decideWithdrawal: DecideWithdrawal,
    private readonly withdrawals: WithdrawalsQueries,
  ) {}

  @Get('uploads')
  @ApiOkResponse({ type: [KeptUploadDto], description: 'Files that were stored, newest first.' })
  async uploads(@User() user: CurrentUser, @Param('slug') slug: string): Promise<KeptUploadDto[]> {
    return (await this.withdrawals.uploads(user, slug)).map((kept) => KeptUploadDto.of(kept, user.id));
  }

  @Get('withdrawals')
  @ApiOkResponse({ type: [WithdrawalDto], description: 'Those that wait first, then the newest.' })
  async list(@User() user: CurrentUser, @Param('slug') slug: string): Promise<WithdrawalDto[]> {
    return (await this.withdrawals.list(user, slug)).map((one) => WithdrawalDto.of(one, user.id));
  }

  @Post('uploads/:upload/undo')
  @Once()
  @ApiCreatedResponse({ type: [WithdrawalDto], description: 'Asked for; nothing has happened yet.' })
  @ApiConflictResponse({ description: 'roll.frozen | roll.already-withdrawn' })
  async undo(
    @User() user: CurrentUser,
    @Param('slug') slug: string,
    @Param('upload', ParseUUIDPipe) upload: string,
    @Body() { reason }: UndoUploadDto,
  ): Promise<WithdrawalDto[]> {
    await this.askWithdrawal.ofUpload(user, slug, upload, reason);
    return this.list(user, slug);
  }

  @Post('withdrawals')
  @Once()
  @ApiCreatedResponse({ type: [WithdrawalDto], description: 'Asked for; nothing has happened yet.' })
  @ApiConflictResponse({ description: 'roll.frozen | roll.already-withdrawn' })
  @ApiUnprocessableEntityResponse({ description: 'roll.details-unfit | postcode.malformed' })
  async remove(
    @User() user: CurrentUser,
    @Param('slug') slug: string,
    @Body() { elector, reason, ...sought }: RemoveElectorDto,
  ): Promise<WithdrawalDto[]> {
    await this.askWithdrawal.ofPerson(user, slug, elector, sought, reason);
    return this.list(user, slug);
  }

  @Post('withdrawals/:withdrawal/confirm')
  @HttpCode(200)
  @ApiOkResponse({ type: [WithdrawalDto] })
  @ApiForbiddenResponse({ description: 'roll.another-officer-needed' })
  @ApiConflictResponse({ description: 'roll.frozen' })
  async confirm(
    @User() user: CurrentUser,
    @Param('slug') slug: string,
    @Param('withdrawal', ParseUUIDPipe) withdrawal: string,
  ): Promise<WithdrawalDto[]> {
    await this.decideWithdrawal.confirm(user, slug, withdrawal);
    return this.list(user, slug);
  }

  @Post('withdrawals/:withdrawal/drop')
  @HttpCode(200)
  @ApiOkResponse({ type: [WithdrawalDto] })
  @ApiConflictResponse({ description: 'roll.frozen' })
  async drop(
    @User() user: CurrentUser,
    @Param('slug') slug: string,
    @Param('withdrawal', ParseUUIDPipe) withdrawal: string,
  ): Promise<WithdrawalDto[]> {
    await this.decideWithdrawal.drop(user, slug, withdrawal);
    return this.list(user, slug);
  }
}
