import { Inject, Injectable } from '@nestjs/common';

import { PersonFacts } from '../../identity/index.js';
import { type Config, CONFIG } from '../../platform/config/index.js';
import { Mailer } from '../../platform/mail/index.js';
import { type Notice, NoticesRepository } from './notices.repository.js';

const MOST_AT_ONCE = 5_000;

/** Tells people that a pass was issued in their name: whoever did not ask for it can say so while there is time. */
@Injectable()
export class SendNotices {
  constructor(
    private readonly notices: NoticesRepository,
    private readonly people: PersonFacts,
    private readonly mailer: Mailer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async execute(): Promise<void> {
    for (let sent = 0; sent < MOST_AT_ONCE; sent++) {
      if (!(await this.notices.next((notice) => this.tell(notice)))) return;
    }
  }

  private async tell({ person, channel, roundTitle, roundSlug }: Notice): Promise<void> {
    const account = person && (await this.people.of(person));
    if (!account) return;
    const issued = channel === 'paper' ? 'A paper ballot' : 'A ballot pass';
    await this.mailer.send({
      to: account.email,
      subject: `${issued} was issued in your name`,
      text: [
        `${issued} was issued in your name for this vote: ${roundTitle}`,
        channel === 'paper'
          ? 'It was handed out at a polling place. Nobody can also vote online in your name.'
          : 'It was asked for from your account. It says that you may vote, not how you voted: nobody here can see that.',
        'If it was not you, tell the council before the vote closes. The page of the vote says how:',
        `${this.config.publicUrl}/rounds/${roundSlug}`,
        '',
      ].join('\n\n'),
    });
  }
}
