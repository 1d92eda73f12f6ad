import { Controller, Get, Query, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiNotFoundResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { type CurrentUser, SignedIn, User } from '../../identity/index.js';
import { cursorOf, QueueDto, QueueQueryDto } from './dto/queue.dto.js';
import { QueueQueries } from './queue.queries.js';

@ApiTags('reviews')
@ApiBearerAuth()
@Controller('reviews')
@UseGuards(SignedIn)
export class QueueController {
  constructor(private readonly queue: QueueQueries) {}

  @Get()
  @ApiOkResponse({ type: QueueDto, description: 'Reviewers see what their departments were asked.' })
  @ApiNotFoundResponse({ description: 'round.unknown' })
  async read(@User() user: CurrentUser, @Query() { after, ...query }: QueueQueryDto): Promise<QueueDto> {
    return QueueDto.of(await this.queue.read(user, { ...query, after: cursorOf(after, query.sort) }));
  }
}
