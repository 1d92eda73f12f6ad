import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import type { Api } from '@commonthread/api-client';
import { Button, ErrorSummary, type FieldError } from '@commonthread/govuk';
import { Radios, Select, Textarea, TextInput } from '@commonthread/govuk/forms';
import { Act } from '../act.js';
import { OfficeApi } from '../office-api.js';
import { penceOf } from '../../shell/pounds.js';

type Answer = Api<'AssessProposalDto'>['to'];
type Proposal = Api<'ProposalDto'>;

/** The answer to a proposal: on to the ballot with its cost, back for changes, or no, with a reason. */
@Component({
  selector: 'ct-assess-form',
  imports: [Button, ErrorSummary, Radios, Select, Textarea, TextInput],
  template: `
    @if (act.errors().length > 0) {
      <ct-error-summary [errors]="act.errors()" />
    }
    <form method="post" novalidate (submit)="send($event)">
      <ct-radios
        fieldId="answer"
        label="Your answer"
        i18n-label
        labelSize="m"
        [choices]="answers()"
        [error]="act.errorFor('answer')"
        [(value)]="answer"
      />
      @if (answer() === 'accepted') {
        <ct-text-input
          fieldId="cost"
          label="What it will cost, in pounds"
          i18n-label
          hint="Everything until it is in use. This stands on the ballot paper and cannot be changed once voting opens."
          i18n-hint
          prefix="£"
          [width]="10"
          inputMode="decimal"
          [error]="act.errorFor('cost')"
          [(value)]="cost"
        />
      }
      @if (needsReason()) {
        <ct-select
          fieldId="reason-code"
          label="What it is about"
          i18n-label
          [choices]="reasonCodes"
          [error]="act.errorFor('reason-code')"
          [(value)]="reasonCode"
        />
        <ct-textarea
          fieldId="reason"
          label="Reason, in plain words"
          i18n-label
          hint="The author and everybody else can read it. Say what would have to change."
          i18n-hint
          [maxLength]="2000"
          [error]="act.errorFor('reason')"
          [(value)]="reason"
        />
      }
      <button ctButton type="submit" [busy]="act.busy()" i18n>Give this answer</button>
    </form>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AssessForm {
  private readonly api = inject(OfficeApi);

  readonly proposal = input.required<Proposal>();
  readonly assessed = output<Proposal>();

  protected readonly act = new Act('answer', {
    to: 'answer',
    costPence: 'cost',
    reasonCode: 'reason-code',
    reason: 'reason',
  });
  protected readonly answer = signal<string | null>(null);
  protected readonly cost = signal('');
  protected readonly reasonCode = signal('');
  protected readonly reason = signal('');
  protected readonly needsReason = computed(() =>
    ['changes-asked', 'not-taken-forward'].includes(this.answer() ?? ''),
  );
  protected readonly answers = computed(() => {
    const { state } = this.proposal();
    const review = {
      value: 'in-review',
      label: state === 'submitted' ? $localize`Take it into review` : $localize`Look at it again`,
      hint: $localize`Says that somebody is looking at it. The answer comes afterwards.`,
    };
    const answers = [
      {
        value: 'accepted',
        label: $localize`Accept it for the ballot`,
        hint: $localize`With what it will cost.`,
      },
      {
        value: 'changes-asked',
        label: $localize`Ask for changes`,
        hint: $localize`The author changes it and hands it in again.`,
      },
      {
        value: 'not-taken-forward',
        label: $localize`Do not take it forward`,
        hint: $localize`It keeps its page, with your reason.`,
      },
    ];
    if (state === 'submitted') return [...answers, review];
    return state === 'in-review' ? answers : [review];
  });
  protected readonly reasonCodes = [
    { value: '', label: $localize`Choose` },
    { value: 'unclear', label: $localize`It is not clear what is meant` },
    { value: 'land', label: $localize`Land or building is not the council’s` },
    { value: 'cost', label: $localize`It costs more than the round has` },
    { value: 'law', label: $localize`The law or a safety rule stands against it` },
    { value: 'upkeep', label: $localize`Nobody could keep it up afterwards` },
    { value: 'already-planned', label: $localize`It is planned or done already` },
    { value: 'outside', label: $localize`It is outside this round’s purpose or place` },
    { value: 'other', label: $localize`Something else` },
  ];

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const faults = this.faults();
    if (faults.length > 0) {
      this.act.refuse([]);
      return this.act.refuse(faults);
    }
    await this.act.run(async () => {
      const to = this.answer() as Answer;
      const costPence = penceOf(this.cost()) ?? null;
      // An answer ends a review, so one that has not begun begins with it.
      if (this.proposal().state === 'submitted' && to !== 'in-review') {
        this.assessed.emit(await this.api.assess(this.proposal().number, { to: 'in-review' }));
      }
      this.assessed.emit(
        await this.api.assess(this.proposal().number, {
          to,
          ...(to === 'accepted' && costPence !== null ? { costPence } : {}),
          ...(this.needsReason() ? { reasonCode: this.reasonCode(), reason: this.reason().trim() } : {}),
        }),
      );
      this.answer.set(null);
    });
  }

  private faults(): FieldError[] {
    if (!this.answer()) return [{ fieldId: 'answer', message: $localize`Choose your answer` }];
    return [
      ...(this.answer() === 'accepted' && (penceOf(this.cost()) ?? 0) < 1
        ? [{ fieldId: 'cost', message: $localize`Enter the cost in pounds, like 12,500` }]
        : []),
      ...(this.needsReason() && !this.reasonCode()
        ? [{ fieldId: 'reason-code', message: $localize`Choose what it is about` }]
        : []),
      ...(this.needsReason() && this.reason().trim().length < 5
        ? [{ fieldId: 'reason', message: $localize`Give the reason in a sentence` }]
        : []),
    ];
  }
}
