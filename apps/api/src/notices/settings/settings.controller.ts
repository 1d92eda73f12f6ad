import { Body, Controller, Get, HttpCode, Put, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { type CurrentUser, SignedIn, User } from '../../identity/index.js';
import { NoticeSettingsDto } from '../dto/settings.dto.js';
import { SettingsRepository } from './settings.repository.js';

@ApiTags('notices')
@ApiBearerAuth()
@Controller('notices/settings')
@UseGuards(SignedIn)
export class SettingsController {
  constructor(private readonly settings: SettingsRepository) {}

  @Get()
  @ApiOkResponse({ type: NoticeSettingsDto })
  async get(@User() { id }: CurrentUser): Promise<NoticeSettingsDto> {
    return { pace: await this.settings.paceOf(id) };
  }

  @Put()
  @HttpCode(204)
  @ApiNoContentResponse({
    description: 'Holds from now on; with `none` nothing that waits is sent any more.',
  })
  async change(@User() { id }: CurrentUser, @Body() { pace }: NoticeSettingsDto): Promise<void> {
    await this.settings.setPace(id, pace);
  }
}
