import { Controller, Get, HttpCode, Post, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiForbiddenResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';

import { Authority, type CurrentUser, SignedIn, User } from '../identity/index.js';
import { AuditLog } from '../platform/audit/index.js';
import { MailSources } from '../platform/mail/index.js';
import { UndeliveredDto } from './dto/undelivered.dto.js';

/** Mails that did not get away, for those who can mend why. Nobody's address, and no words of theirs. */
@ApiTags('mails')
@ApiBearerAuth()
@ApiForbiddenResponse({ description: 'identity.role-missing | identity.second-factor-needed' })
@UseGuards(SignedIn)
@Controller('mails/undelivered')
export class UndeliveredController {
  constructor(
    private readonly database: DataSource,
    private readonly authority: Authority,
    private readonly sources: MailSources,
    private readonly audit: AuditLog,
  ) {}

  @Get()
  @ApiOkResponse({ type: [UndeliveredDto] })
  async list(@User() user: CurrentUser): Promise<UndeliveredDto[]> {
    await this.authority.mustHoldSomewhere(user, 'administrator');
    return Promise.all(
      this.sources.all().map(async (source) => UndeliveredDto.of(source.name, await source.undelivered())),
    );
  }

  @Post('again')
  @HttpCode(200)
  @ApiOkResponse({ type: [UndeliveredDto], description: 'All are tried anew, now.' })
  async again(@User() user: CurrentUser): Promise<UndeliveredDto[]> {
    await this.authority.mustHoldSomewhere(user, 'administrator');
    let mails = 0;
    for (const source of this.sources.all()) mails += await source.again();
    await this.database.transaction((manager) =>
      this.audit.append(
        { what: 'mails.tried-again', actorId: user.id, subject: 'mails', facts: { mails } },
        manager,
      ),
    );
    return this.list(user);
  }
}
