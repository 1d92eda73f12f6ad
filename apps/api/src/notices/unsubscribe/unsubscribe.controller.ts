import { Controller, Header, HttpCode, Post, Query } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { UnsubscribeQueryDto } from '../dto/settings.dto.js';
import { LinkUnknown } from '../notices.errors.js';
import { SettingsRepository } from '../settings/settings.repository.js';
import { UnsubscribeLinks } from './unsubscribe-links.js';

/** Stops mails for whoever holds the link. A POST alone: programs that look at every link of a mail only GET. */
@ApiTags('notices')
@Controller('notices/unsubscribe')
export class UnsubscribeController {
  constructor(
    private readonly links: UnsubscribeLinks,
    private readonly settings: SettingsRepository,
  ) {}

  @Post()
  @HttpCode(200)
  @Header('content-type', 'text/plain; charset=utf-8')
  @ApiOkResponse({
    description: 'No mail about contributions comes any more. Again, the same answer.',
    content: { 'text/plain': { schema: { type: 'string' } } },
  })
  @ApiNotFoundResponse({ description: 'notices.link-unknown' })
  async stop(@Query() { token }: UnsubscribeQueryDto): Promise<string> {
    const personId = this.links.personOf(token);
    if (!personId) throw new LinkUnknown();
    await this.settings.setPace(personId, 'none');
    return 'You will get no more e-mails about what became of your contributions.\n';
  }
}
