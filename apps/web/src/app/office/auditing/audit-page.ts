import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import type { Api } from '@commonthread/api-client';
import { Button, CountPipe, ErrorSummary, Pagination, TimePipe, WarningText } from '@commonthread/govuk';
import { TextInput } from '@commonthread/govuk/forms';
import { GetForm } from '../../shell/get-form.js';
import { lastValue } from '../../shell/last-value.js';
import { Waiting } from '../../shell/waiting.js';
import { Act } from '../act.js';
import { AuditingApi } from './auditing-api.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The audit log with its proof, and what is cleared away by schedule. */
@Component({
  selector: 'ct-audit-page',
  imports: [Button, CountPipe, ErrorSummary, GetForm, Pagination, TextInput, TimePipe, Waiting, WarningText],
  templateUrl: './audit-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AuditPage {
  private readonly api = inject(AuditingApi);

  /** Bound from the query. */
  readonly what = input<string>();
  readonly subject = input<string>();
  readonly from = input<string>();
  readonly to = input<string>();
  readonly page = input<string>();

  protected readonly act = new Act('verify');
  protected readonly report = signal<Api<'ChainReportDto'> | null>(null);
  protected readonly retention = this.api.retention();
  protected readonly resource = this.api.events(() => {
    const page = Number(this.page());
    const day = (typed: string | undefined): string => (DAY.test(typed ?? '') ? typed! : '');
    const filled = Object.entries({
      what: this.what() ?? '',
      subject: this.subject() ?? '',
      from: day(this.from()),
      to: day(this.to()),
      page: Number.isInteger(page) && page > 1 ? String(page) : '',
    });
    return Object.fromEntries(filled.filter(([, value]) => value !== ''));
  });
  protected readonly log = lastValue(this.resource);

  protected async verify(): Promise<void> {
    this.report.set(null);
    await this.act.run(async () => this.report.set(await this.api.chain()));
  }

  protected factsOf({ facts }: Api<'AuditEventDto'>): string {
    return Object.entries(facts)
      .map(([name, value]) => `${name}: ${String(value)}`)
      .join(', ');
  }
}
