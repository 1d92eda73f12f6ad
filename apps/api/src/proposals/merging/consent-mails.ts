import { createHash } from 'node:crypto';

import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';

import { PersonFacts } from '../../identity/index.js';
import { type Config, CONFIG } from '../../platform/config/index.js';
import { Outbox } from '../../platform/events/index.js';
import { type JobKind, Jobs } from '../../platform/jobs/index.js';
import { type Mail, Mailer } from '../../platform/mail/index.js';
import { CONSENT_ASKED } from '../proposals.events.js';
import type { Suggestion } from './suggestion.js';
import { SuggestionsRepository } from './suggestions.repository.js';

const KIND: JobKind<{ readonly suggestion: string }> = { name: 'proposals.consent-mails' };

/** Writes to every author who is asked and has not answered; on screen the question waits in their account. */
@Injectable()
export class ConsentMails implements OnModuleInit {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly outbox: Outbox,
    private readonly jobs: Jobs,
    private readonly people: PersonFacts,
    private readonly suggestions: SuggestionsRepository,
    private readonly mailer: Mailer,
  ) {}

  async onModuleInit(): Promise<void> {
    this.outbox.handle(CONSENT_ASKED, ({ suggestion }) => this.jobs.start(KIND, { suggestion }));
    await this.jobs.handle(KIND, ({ suggestion }) => this.send(suggestion));
  }

  private async send(id: string): Promise<void> {
    const suggestion = await this.suggestions.byId(id);
    if (suggestion?.state !== 'open') return;
    for (const { personId, gone, agrees } of await this.suggestions.asked(id)) {
      const person =
        personId === null || gone || agrees !== null ? undefined : await this.people.of(personId);
      if (person)
        await this.mailer.send({ to: person.email, ...this.words(suggestion), key: keyOf(id, personId!) });
    }
  }

  private words(suggestion: Suggestion): Pick<Mail, 'subject' | 'text'> {
    const who = suggestion.byRole === 'officer' ? 'A council officer' : 'Another author';
    const change =
      suggestion.kind === 'merge'
        ? `to join proposals ${suggestion.number} and ${suggestion.into} into one`
        : `to split proposal ${suggestion.number} into ${suggestion.parts.length}`;
    const text = [
      `${who} suggests ${change}. You are one of the authors.`,
      `The reason given: ${suggestion.reason}`,
      `Nothing is changed unless every author agrees. Read it and answer by ${DAY.format(suggestion.answerBy)}:`,
      `${this.config.publicUrl}/proposals/suggestions/${suggestion.id}`,
    ];
    return { subject: 'You are asked about a proposal of yours', text: `${text.join('\n\n')}\n` };
  }
}

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' });

/** One mail for each author and suggestion, however often the job runs. */
function keyOf(suggestion: string, personId: string): string {
  const hex = createHash('sha256').update(`consent ${suggestion} ${personId}`).digest('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
}
