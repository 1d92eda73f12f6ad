import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Api } from '@commonthread/api-client';
import { Breadcrumbs, Button, CountPipe, DayPipe, EmptyState, Pagination } from '@commonthread/govuk';
import { Select } from '@commonthread/govuk/forms';
import { GetForm } from '../shell/get-form.js';
import { lastValue } from '../shell/last-value.js';
import { ACT_CHOICES, moderationActName, RULE_CHOICES, ruleName } from '../shell/moderation-words.js';
import { Waiting } from '../shell/waiting.js';
import { ModerationApi } from './moderation-api.js';

const ANY = { value: '', label: $localize`Any` };
const APPEALS: Readonly<Record<Api<'LogLineDto'>['appeal'], string>> = {
  none: $localize`none`,
  waiting: $localize`waiting for an answer`,
  upheld: $localize`the author was right: shown again`,
  dismissed: $localize`the decision stands`,
};

/** What moderators decided and why, for everybody. */
@Component({
  selector: 'ct-log-page',
  imports: [
    Breadcrumbs,
    Button,
    CountPipe,
    DayPipe,
    EmptyState,
    GetForm,
    Pagination,
    RouterLink,
    Select,
    Waiting,
  ],
  templateUrl: './log-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LogPage {
  private readonly api = inject(ModerationApi);

  /** Bound from the query; any of it may be missing or nonsense. */
  readonly act = input<string>();
  readonly rule = input<string>();
  readonly page = input<string>();

  protected readonly crumbs = [{ label: $localize`Home`, link: '/' }];
  protected readonly acts = [ANY, ...ACT_CHOICES];
  protected readonly rules = [ANY, ...RULE_CHOICES.map(({ value, label }) => ({ value, label }))];
  /** The filters the API knows. */
  protected readonly known = computed(
    () =>
      ({
        ...(ACT_CHOICES.some(({ value }) => value === this.act()) ? { act: this.act()! } : {}),
        ...(RULE_CHOICES.some(({ value }) => value === this.rule()) ? { rule: this.rule()! } : {}),
      }) as { act?: string; rule?: string },
  );
  protected readonly resource = this.api.log(() => {
    const page = Number(this.page());
    return {
      ...(this.known() as Record<string, string>),
      ...(Number.isInteger(page) && page > 1 && page <= 1000 ? { page } : {}),
    };
  });
  protected readonly log = lastValue(this.resource);
  protected readonly table = computed(
    () => `/api/moderation/log.csv?${new URLSearchParams(this.known() as Record<string, string>)}`,
  );
  protected readonly ruleName = ruleName;
  protected readonly actName = moderationActName;

  protected appealName(appeal: Api<'LogLineDto'>['appeal']): string {
    return APPEALS[appeal];
  }
}
