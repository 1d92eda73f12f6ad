import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import type { Api } from '@commonthread/api-client';
import { Button, DayPipe, Details, ErrorSummary, Tag } from '@commonthread/govuk';
import { DateInput, Radios, Textarea } from '@commonthread/govuk/forms';
import { Act } from '../act.js';
import { DeliveringApi, type Delivery } from './delivering-api.js';

/** One step: that it is done, or when it will be; later than was said needs a reason. */
@Component({
  selector: 'ct-milestone-step',
  imports: [Button, DateInput, DayPipe, Details, ErrorSummary, Radios, Tag, Textarea],
  template: `
    @let it = milestone();
    <h3 class="govuk-heading-s ct-anywhere">{{ it.title }}</h3>
    <p class="govuk-body">
      @if (it.doneOn) {
        <ct-tag colour="green" i18n>Done</ct-tag> {{ it.doneOn | ctDay }}
      } @else {
        @if (it.overdue) {
          <ct-tag colour="red" i18n>Overdue</ct-tag>
        }
        <ng-container i18n
          >Planned for {{ it.plannedOn | ctDay }}, expected on {{ it.forecastOn | ctDay }}</ng-container
        >
      }
    </p>
    @if (!it.doneOn) {
      <ct-details [summary]="summary()" [open]="act.errors().length > 0">
        @if (act.errors().length > 0) {
          <ct-error-summary [errors]="act.errors()" />
        }
        <form method="post" novalidate (submit)="send($event)">
          <ct-radios
            [fieldId]="id('what')"
            label="What has changed?"
            i18n-label
            [choices]="choices"
            [error]="act.errorFor(id('what'))"
            [(value)]="what"
          />
          <ct-date-input
            [fieldId]="id('day')"
            label="Day"
            i18n-label
            [error]="act.errorFor(id('day'))"
            [(value)]="day"
          />
          @if (later()) {
            <ct-textarea
              [fieldId]="id('reason')"
              label="Why is it later?"
              i18n-label
              hint="Public, and those who took part hear of it."
              i18n-hint
              [rows]="3"
              [maxLength]="1000"
              [error]="act.errorFor(id('reason'))"
              [(value)]="reason"
            />
          }
          <button ctButton="secondary" type="submit" [busy]="act.busy()" i18n>Save the step</button>
        </form>
      </ct-details>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MilestoneStep {
  private readonly api = inject(DeliveringApi);

  readonly number = input.required<number>();
  readonly milestone = input.required<Api<'MilestoneDto'>>();
  readonly changed = output<Delivery>();

  protected readonly act = new Act('steps-heading');
  protected readonly what = signal<string | null>(null);
  protected readonly day = signal('');
  protected readonly reason = signal('');
  protected readonly later = computed(() => this.day() > this.milestone().forecastOn);
  protected readonly summary = computed(() => $localize`Change: ${this.milestone().title}:step:`);
  protected readonly choices = [
    { value: 'done', label: $localize`It is done` },
    { value: 'forecast', label: $localize`It will be done on another day` },
  ];

  /** Ids are of this step: a page has several. */
  protected id(part: string): string {
    return `step-${this.milestone().id}-${part}`;
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const [what, day, reason] = [this.what(), this.day(), this.reason().trim()];
    const wrong = [
      ...(what ? [] : [{ fieldId: this.id('what'), message: $localize`Choose what has changed` }]),
      ...(day ? [] : [{ fieldId: this.id('day'), message: $localize`Enter the day, like 31 3 2027` }]),
      ...(this.later() && reason.length < 10
        ? [{ fieldId: this.id('reason'), message: $localize`Give the reason in a sentence` }]
        : []),
    ];
    if (wrong.length > 0) return this.act.refuse(wrong);
    await this.act.run(async () => {
      const { id } = this.milestone();
      const because = this.later() ? { reason } : {};
      this.changed.emit(
        what === 'done'
          ? await this.api.finish(this.number(), id, { doneOn: day, ...because })
          : await this.api.forecast(this.number(), id, { forecastOn: day, ...because }),
      );
      this.reason.set('');
    });
  }
}
