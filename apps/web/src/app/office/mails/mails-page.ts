import { HttpClient, httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import type { Api } from '@commonthread/api-client';
import { Breadcrumbs, Button, CountPipe, EmptyState, ErrorSummary, TimePipe } from '@commonthread/govuk';
import { firstValueFrom } from 'rxjs';
import { Waiting } from '../../shell/waiting.js';
import { Act } from '../act.js';

type Undelivered = Api<'UndeliveredDto'>;

/** Mails that did not get away: how many, since when, when they are tried next. Nobody's address. */
@Component({
  selector: 'ct-mails-page',
  imports: [Breadcrumbs, Button, CountPipe, EmptyState, ErrorSummary, TimePipe, Waiting],
  templateUrl: './mails-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MailsPage {
  private readonly http = inject(HttpClient);

  protected readonly crumbs = [{ label: $localize`Office`, link: '/office' }];
  protected readonly act = new Act('again');
  protected readonly resource = httpResource<Undelivered[]>(() => '/api/mails/undelivered');
  /** Those of which something did not get away. */
  protected readonly troubled = computed(() =>
    (this.resource.hasValue() ? this.resource.value() : []).filter(
      ({ waiting, givenUp }) => waiting + givenUp > 0,
    ),
  );
  protected readonly said = signal('');

  protected async again(): Promise<void> {
    this.said.set('');
    await this.act.run(async () => {
      await firstValueFrom(this.http.post('/api/mails/undelivered/again', {}));
      this.said.set($localize`All of them are tried again now. Look here again in a minute.`);
      this.resource.reload();
    });
  }

  protected about({ about }: Undelivered): string {
    return about === 'account'
      ? $localize`Accounts: addresses to confirm, new passwords, what changed about signing in`
      : $localize`News: what became of what people proposed, supported and followed`;
  }
}
