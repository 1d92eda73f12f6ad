import { Controller, Get, Query, UseGuards } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiForbiddenResponse,
  ApiOkResponse,
  ApiTags,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';

import { type CurrentUser, SignedIn, User } from '../identity/index.js';
import { AuditQueries } from './audit.queries.js';
import { AuditEventDto, AuditPageDto, AuditQueryDto, ChainReportDto } from './dto/audit.dto.js';

/** For auditors: reads everything that was done, changes nothing. */
@ApiTags('audit')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'identity.sign-in-needed' })
@ApiForbiddenResponse({ description: 'identity.role-missing | identity.second-factor-needed' })
@Controller('audit')
@UseGuards(SignedIn)
export class AuditController {
  constructor(private readonly audit: AuditQueries) {}

  @Get('events')
  @ApiOkResponse({ type: AuditPageDto })
  async events(
    @User() user: CurrentUser,
    @Query() { page, ...filter }: AuditQueryDto,
  ): Promise<AuditPageDto> {
    const { items, total, pageSize } = await this.audit.page(user, filter, page);
    return { items: items.map(({ event, by }) => AuditEventDto.of(event, by)), total, page, pageSize };
  }

  @Get('chain')
  @ApiOkResponse({ type: ChainReportDto, description: 'Every hash recomputed now.' })
  async chain(@User() user: CurrentUser): Promise<ChainReportDto> {
    return ChainReportDto.of(await this.audit.verify(user));
  }
}
