import { ChangeDetectionStrategy, Component, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Api } from '@commonthread/api-client';
import { Breadcrumbs, Button, DayPipe, ErrorSummary, type FieldError } from '@commonthread/govuk';
import { TextInput } from '@commonthread/govuk/forms';
import { moderationActName, ruleName } from '../shell/moderation-words.js';
import { errorFor, refusalOf } from '../shell/refusal.js';
import { InDanger } from './in-danger.js';
import { NeedsScript } from '../shell/needs-script.js';
import { ModerationApi } from './moderation-api.js';

/** What became of a report, for whoever has its ticket number. Asked by the browser alone, never while a page is rendered. */
@Component({
  selector: 'ct-ticket-page',
  imports: [Breadcrumbs, Button, DayPipe, ErrorSummary, InDanger, NeedsScript, RouterLink, TextInput],
  template: `
    <ct-breadcrumbs [crumbs]="crumbs" />
    <div class="ct-text">
      @if (errors().length > 0) {
        <ct-error-summary [errors]="errors()" />
      }
      <h1 class="govuk-heading-l" i18n>What became of a report</h1>
      @if (found(); as report) {
        <dl class="govuk-summary-list">
          <div class="govuk-summary-list__row">
            <dt class="govuk-summary-list__key" i18n>Reported on</dt>
            <dd class="govuk-summary-list__value">{{ report.reportedOn | ctDay }}</dd>
          </div>
          <div class="govuk-summary-list__row">
            <dt class="govuk-summary-list__key" i18n>As</dt>
            <dd class="govuk-summary-list__value">{{ ruleName(report.rule) }}</dd>
          </div>
          <div class="govuk-summary-list__row">
            <dt class="govuk-summary-list__key" i18n>Decision</dt>
            <dd class="govuk-summary-list__value">
              @if (report.act) {
                {{ actName(report.act) }}
              } @else {
                <ng-container i18n>A moderator has not decided yet.</ng-container>
              }
            </dd>
          </div>
          @if (report.reason) {
            <div class="govuk-summary-list__row">
              <dt class="govuk-summary-list__key" i18n>Why</dt>
              <dd class="govuk-summary-list__value">{{ report.reason }}</dd>
            </div>
          }
        </dl>
        <p class="govuk-body" i18n>In the public log this is case {{ report.caseNumber }}.</p>
      }
      <form method="post" novalidate (submit)="look($event)">
        <ct-needs-script />
        <ct-text-input
          fieldId="ticket"
          label="Ticket number"
          i18n-label
          hint="Six groups of four signs, as it was shown when you reported."
          i18n-hint
          autocomplete="off"
          [spellcheck]="false"
          [error]="errorOf('ticket')"
          [(value)]="typed"
        />
        <button ctButton="secondary" type="submit" [busy]="looking()" i18n>Look it up</button>
      </form>
      <p class="govuk-body">
        <a class="govuk-link" routerLink="/moderation" i18n>See the public moderation log</a>
      </p>
      <ct-in-danger />
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TicketPage {
  private readonly api = inject(ModerationApi);

  /** Bound from the route. */
  readonly ticket = input<string>();

  protected readonly crumbs = [
    { label: $localize`Home`, link: '/' },
    { label: $localize`Moderation log`, link: '/moderation' },
  ];
  protected readonly ruleName = ruleName;
  protected readonly actName = moderationActName;
  protected readonly typed = signal('');
  protected readonly looking = signal(false);
  protected readonly found = signal<Api<'TicketDto'> | null>(null);
  protected readonly errors = signal<readonly FieldError[]>([]);

  constructor() {
    const inBrowser = typeof window !== 'undefined';
    effect(() => {
      const ticket = this.ticket();
      if (!ticket || !inBrowser) return;
      this.typed.set(ticket);
      void this.ask(ticket);
    });
  }

  protected errorOf(fieldId: string): string | null {
    return errorFor(this.errors(), fieldId);
  }

  protected async look(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.typed().trim()) {
      return this.errors.set([{ message: $localize`Enter your ticket number`, fieldId: 'ticket' }]);
    }
    await this.ask(this.typed());
  }

  private async ask(ticket: string): Promise<void> {
    this.errors.set([]);
    this.found.set(null);
    this.looking.set(true);
    try {
      this.found.set(await this.api.ticket(ticket));
    } catch (cause) {
      const { title, detail } = refusalOf(cause);
      const message =
        title === 'moderation.ticket-unknown'
          ? $localize`No report has this ticket number. Check that you have typed it as it was shown.`
          : detail;
      this.errors.set([{ message, fieldId: 'ticket' }]);
    } finally {
      this.looking.set(false);
    }
  }
}
