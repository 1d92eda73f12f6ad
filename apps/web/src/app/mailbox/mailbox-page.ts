import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { Breadcrumbs, Button, EmptyState, Tag, TimePipe } from '@commonthread/govuk';
import { TextInput } from '@commonthread/govuk/forms';
import { Waiting } from '../shell/waiting.js';
import { DemoAccounts } from './demo-accounts.js';
import { DemoCodes } from './demo-codes.js';
import { MailText } from './mail-text.js';
import { MailboxApi } from './mailbox-api.js';

/** What a demonstration shows in place of mail servers and phones. */
@Component({
  selector: 'ct-mailbox-page',
  imports: [
    Breadcrumbs,
    Button,
    DemoAccounts,
    DemoCodes,
    EmptyState,
    MailText,
    Tag,
    TextInput,
    TimePipe,
    Waiting,
  ],
  templateUrl: './mailbox-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MailboxPage {
  private readonly api = inject(MailboxApi);

  /** Only mails to this address. */
  readonly to = input<string>();

  protected readonly crumbs = [{ label: $localize`Home`, link: '/' }];
  protected readonly mails = this.api.mails(this.to);
}
