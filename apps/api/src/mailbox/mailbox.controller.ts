import { Controller, Get, Query, UseGuards } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { DemoAccounts } from '../identity/index.js';
import { DemoOnly } from './demo-only.guard.js';
import { DemoAccountDto, DemoCodeDto } from './dto/demo-account.dto.js';
import { MailboxQueryDto, MailDto } from './dto/mail.dto.js';
import { MailboxQueries } from './mailbox.queries.js';

@ApiTags('mailbox')
@ApiNotFoundResponse({ description: 'Not a demo.' })
@Controller('mailbox')
@UseGuards(DemoOnly)
export class MailboxController {
  constructor(
    private readonly mailbox: MailboxQueries,
    private readonly demo: DemoAccounts,
  ) {}

  @Get()
  @ApiOkResponse({ type: [MailDto] })
  mails(@Query() { to }: MailboxQueryDto): Promise<MailDto[]> {
    return this.mailbox.mails(to);
  }

  @Get('codes')
  @ApiOkResponse({ type: [DemoCodeDto] })
  codes(): Promise<DemoCodeDto[]> {
    return this.demo.codes();
  }

  @Get('accounts')
  @ApiOkResponse({ type: [DemoAccountDto] })
  accounts(): Promise<DemoAccountDto[]> {
    return this.demo.all();
  }
}
