import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { Button, Details, ErrorSummary } from '@commonthread/govuk';
import { Radios, Textarea } from '@commonthread/govuk/forms';
import { Act } from '../act.js';
import { DeliveringApi, type Delivery } from './delivering-api.js';

const IDS = {
  ending: 'ending',
  outcome: 'end-outcome',
  differentNow: 'end-different',
  notDone: 'end-not-done',
};

/** Says what became of a project. It cannot be taken back. */
@Component({
  selector: 'ct-end-form',
  imports: [Button, Details, ErrorSummary, Radios, Textarea],
  template: `
    <ct-details summary="It is delivered, or it was stopped" i18n-summary [open]="act.errors().length > 0">
      @if (act.errors().length > 0) {
        <ct-error-summary [errors]="act.errors()" />
      }
      <form method="post" novalidate (submit)="send($event)">
        <ct-radios
          fieldId="ending"
          label="How did it end?"
          i18n-label
          [choices]="endings"
          [error]="act.errorFor('ending')"
          [(value)]="ending"
        />
        <ct-textarea
          fieldId="end-outcome"
          label="What became of it, in plain words?"
          i18n-label
          hint="Everybody who took part hears it. It cannot be changed afterwards."
          i18n-hint
          [maxLength]="3000"
          [error]="act.errorFor('end-outcome')"
          [(value)]="outcome"
        />
        <ct-textarea
          fieldId="end-different"
          label="What is different now?"
          i18n-label
          [rows]="3"
          [maxLength]="2000"
          [error]="act.errorFor('end-different')"
          [(value)]="differentNow"
        />
        <ct-textarea
          fieldId="end-not-done"
          label="What was not done?"
          i18n-label
          hint="If everything was done, say so."
          i18n-hint
          [rows]="3"
          [maxLength]="2000"
          [error]="act.errorFor('end-not-done')"
          [(value)]="notDone"
        />
        <button ctButton="warning" type="submit" [busy]="act.busy()" i18n>End the project</button>
      </form>
    </ct-details>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EndForm {
  private readonly api = inject(DeliveringApi);

  readonly delivery = input.required<Delivery>();
  readonly changed = output<Delivery>();

  protected readonly act = new Act('ending', IDS);
  protected readonly ending = signal<string | null>(null);
  protected readonly outcome = signal('');
  protected readonly differentNow = signal('');
  protected readonly notDone = signal('');
  protected readonly endings = [
    { value: 'delivered', label: $localize`It is delivered`, hint: $localize`Every step is done.` },
    { value: 'stopped', label: $localize`It was stopped` },
  ];

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const [outcome, differentNow, notDone] = [
      this.outcome().trim(),
      this.differentNow().trim(),
      this.notDone().trim(),
    ];
    const check = (bad: boolean, fieldId: string, message: string) => (bad ? [{ fieldId, message }] : []);
    const wrong = [
      ...check(!this.ending(), IDS.ending, $localize`Choose how it ended`),
      ...check(outcome.length < 20, IDS.outcome, $localize`Say in a sentence or two what became of it`),
      ...check(differentNow.length < 5, IDS.differentNow, $localize`Say what is different now`),
      ...check(notDone.length < 5, IDS.notDone, $localize`Say what was not done, or that everything was`),
    ];
    if (wrong.length > 0) return this.act.refuse(wrong);
    await this.act.run(async () => {
      const ending = this.ending() === 'delivered' ? ('delivered' as const) : ('stopped' as const);
      this.changed.emit(
        await this.api.end(this.delivery().number, { ending, outcome, differentNow, notDone }),
      );
    });
  }
}
