import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { Button, ErrorSummary } from '@commonthread/govuk';
import { DateInput, TextInput } from '@commonthread/govuk/forms';
import { Act } from '../act.js';
import { DeliveringApi, type Delivery } from './delivering-api.js';

/** Plans a step for a day that never changes afterwards. */
@Component({
  selector: 'ct-plan-form',
  imports: [Button, DateInput, ErrorSummary, TextInput],
  template: `
    @if (act.errors().length > 0) {
      <ct-error-summary [errors]="act.errors()" />
    }
    <form method="post" novalidate (submit)="send($event)">
      @for (turn of turns(); track turn) {
        <ct-text-input
          fieldId="step-title"
          label="Step"
          i18n-label
          [error]="act.errorFor('step-title')"
          [(value)]="title"
        />
        <ct-date-input
          fieldId="step-day"
          label="Planned day"
          i18n-label
          hint="It stays as it is. When it slips, you give a new day and the reason."
          i18n-hint
          [error]="act.errorFor('step-day')"
          [(value)]="day"
        />
      }
      <button ctButton="secondary" type="submit" [busy]="act.busy()" i18n>Plan this step</button>
    </form>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PlanForm {
  private readonly api = inject(DeliveringApi);

  readonly delivery = input.required<Delivery>();
  readonly changed = output<Delivery>();

  protected readonly act = new Act('step-title', { title: 'step-title', plannedOn: 'step-day' });
  protected readonly title = signal('');
  protected readonly day = signal('');
  /** Fresh fields after each step. */
  protected readonly turns = signal([0]);

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const title = this.title().trim();
    const wrong = [
      ...(title.length < 3 ? [{ fieldId: 'step-title', message: $localize`Enter what the step is` }] : []),
      ...(this.day()
        ? []
        : [{ fieldId: 'step-day', message: $localize`Enter the planned day, like 31 3 2027` }]),
    ];
    if (wrong.length > 0) return this.act.refuse(wrong);
    await this.act.run(async () => {
      this.changed.emit(await this.api.plan(this.delivery().number, { title, plannedOn: this.day() }));
      this.title.set('');
      this.day.set('');
      this.turns.update(([turn = 0]) => [turn + 1]);
    });
  }
}
