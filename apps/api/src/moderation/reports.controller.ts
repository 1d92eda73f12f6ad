import { createHash } from 'node:crypto';

import {
  Body,
  Controller,
  Get,
  Header,
  Ip,
  Param,
  Post,
  Query,
  StreamableFile,
  UseGuards,
} from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiTags,
  ApiTooManyRequestsResponse,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';

import { type CurrentUser, MaybeSignedIn, sourceOf, User } from '../identity/index.js';
import { type Allowance, RateLimits } from '../platform/limits/index.js';
import { csvOptions } from '../platform/tables/index.js';
import { Once } from '../platform/once/index.js';
import { CasesRepository } from './cases.repository.js';
import { LogLineDto, LogPageDto, LogQueryDto, LogTableDto } from './dto/log.dto.js';
import { SendReportDto, TicketDto, TicketNumberDto, TicketParam } from './dto/report.dto.js';
import { ChallengeDto } from './dto/work.dto.js';
import { logCsv } from './log-csv.js';
import { TicketUnknown } from './moderation.errors.js';
import { ReportsRepository } from './reports.repository.js';
import { SendReport } from './send-report.js';
import { Challenges } from './work/challenges.js';
import { ticketHash } from './tickets.js';

const ASKING: Allowance = { name: 'report-ticket', points: 60, seconds: 600 };
const PAGE_SIZE = 25;
const MOST_LINES = 10_000;

/** What anybody may do, signed in or not. */
@ApiTags('moderation')
@Controller('moderation')
export class ReportsController {
  constructor(
    private readonly sendReport: SendReport,
    private readonly challenges: Challenges,
    private readonly limits: RateLimits,
    private readonly reports: ReportsRepository,
    private readonly cases: CasesRepository,
  ) {}

  @Get('report-challenge')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: ChallengeDto, description: 'A sum to solve while the report is written.' })
  async challenge(): Promise<ChallengeDto> {
    return ChallengeDto.of(await this.challenges.set());
  }

  @Post('reports')
  @Once()
  @UseGuards(MaybeSignedIn)
  @ApiCreatedResponse({ type: TicketNumberDto })
  @ApiNotFoundResponse({ description: 'moderation.post-unknown' })
  @ApiConflictResponse({ description: 'moderation.already-reported | moderation.work-used' })
  @ApiUnprocessableEntityResponse({ description: 'moderation.work-not-done | moderation.work-expired' })
  @ApiTooManyRequestsResponse({ description: 'request.too-many, with retryAfterSeconds' })
  async report(
    @User() user: CurrentUser | undefined,
    @Ip() address: string,
    @Body() { commentId, ...report }: SendReportDto,
  ): Promise<TicketNumberDto> {
    const ticket = await this.sendReport.execute(
      user,
      { ...report, commentId: commentId ?? null },
      keyOf(address),
    );
    return { ticket };
  }

  @Get('tickets/:ticket')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: TicketDto })
  @ApiNotFoundResponse({ description: 'moderation.ticket-unknown' })
  @ApiTooManyRequestsResponse({ description: 'request.too-many' })
  async ticket(@Ip() address: string, @Param() { ticket }: TicketParam): Promise<TicketDto> {
    await this.limits.take(ASKING, keyOf(address));
    const found = await this.reports.byTicket(ticketHash(ticket));
    if (!found) throw new TicketUnknown();
    return TicketDto.of(found);
  }

  @Get('log')
  @ApiOkResponse({ type: LogPageDto })
  async log(@Query() { page, act, rule }: LogQueryDto): Promise<LogPageDto> {
    const { items, total } = await this.cases.log({ act, rule }, PAGE_SIZE, (page - 1) * PAGE_SIZE);
    return { items: items.map(LogLineDto.of), total, page, pageSize: PAGE_SIZE };
  }

  @Get('log.csv')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="moderation-log.csv"')
  @ApiOkResponse({ schema: { type: 'string' }, description: 'The same, as a table.' })
  async table(@Query() { bom, ...filter }: LogTableDto): Promise<StreamableFile> {
    const { items } = await this.cases.log(filter, MOST_LINES, 0);
    return new StreamableFile(logCsv(items, csvOptions(bom)));
  }
}

/** Keys of allowances carry no address. */
const keyOf = (address: string): string =>
  createHash('sha256')
    .update(`moderation:${sourceOf(address)}`)
    .digest('base64url');
