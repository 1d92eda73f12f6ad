import { Body, Controller, Get, HttpCode, Post, Query, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { type CurrentUser, SignedIn, User } from '../identity/index.js';
import { MarkReadDto, NoticeDto, NoticesDto, NoticesQueryDto, UnreadDto } from './dto/notice.dto.js';
import { NoticesRepository } from './notices.repository.js';

const PAGE = 50;

/** What became of the things somebody took part in, as they are told of it. */
@ApiTags('notices')
@ApiBearerAuth()
@Controller('notices')
@UseGuards(SignedIn)
export class NoticesController {
  constructor(private readonly notices: NoticesRepository) {}

  @Get()
  @ApiOkResponse({ type: NoticesDto })
  async list(@User() { id }: CurrentUser, @Query() { before }: NoticesQueryDto): Promise<NoticesDto> {
    const [found, unread] = await Promise.all([
      this.notices.newest(id, before ?? null, PAGE + 1),
      this.notices.unread(id),
    ]);
    const items = found.slice(0, PAGE).map(NoticeDto.of);
    return { items, unread, next: found.length > PAGE ? (items.at(-1)?.id ?? null) : null };
  }

  @Get('unread')
  @ApiOkResponse({ type: UnreadDto })
  async unread(@User() { id }: CurrentUser): Promise<UnreadDto> {
    return { unread: await this.notices.unread(id) };
  }

  @Post('read')
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'Everything up to that one is read.' })
  async markRead(@User() { id }: CurrentUser, @Body() { upTo }: MarkReadDto): Promise<void> {
    await this.notices.markRead(id, upTo);
  }
}
