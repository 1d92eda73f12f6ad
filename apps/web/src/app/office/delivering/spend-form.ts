import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { Button, ErrorSummary, formatMoney, MoneyPipe, WarningText } from '@commonthread/govuk';
import { Checkboxes, DateInput, Radios, Select, Textarea, TextInput } from '@commonthread/govuk/forms';
import { penceOf } from '../../shell/pounds.js';
import { Act } from '../act.js';
import { DeliveringApi, type Delivery } from './delivering-api.js';

const IDS = {
  kind: 'spend-kind',
  amountPence: 'spend-amount',
  spentOn: 'spend-day',
  payee: 'spend-payee',
  whatFor: 'spend-for',
  reason: 'spend-reason',
  overReason: 'spend-over',
};

/** Enters what was promised or paid; an entry that was wrong is corrected by a newer one. */
@Component({
  selector: 'ct-spend-form',
  imports: [
    Button,
    Checkboxes,
    DateInput,
    ErrorSummary,
    MoneyPipe,
    Radios,
    Select,
    Textarea,
    TextInput,
    WarningText,
  ],
  templateUrl: './spend-form.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SpendForm {
  private readonly api = inject(DeliveringApi);

  readonly delivery = input.required<Delivery>();
  readonly changed = output<Delivery>();

  protected readonly act = new Act('spend-kind', IDS);
  protected readonly corrects = signal('');
  protected readonly kind = signal<string | null>(null);
  protected readonly amount = signal('');
  protected readonly day = signal('');
  protected readonly payee = signal('');
  protected readonly whatFor = signal('');
  protected readonly traits = signal<readonly string[]>([]);
  protected readonly reason = signal('');
  protected readonly overReason = signal('');
  protected readonly turns = signal([0]);
  protected readonly kinds = [
    { value: 'committed', label: $localize`Promised in a contract or order` },
    { value: 'paid', label: $localize`Paid` },
  ];
  protected readonly traitChoices = [
    { value: 'local', label: $localize`Based in the area of the council` },
    { value: 'social', label: $localize`A charity, co-operative or other social enterprise` },
  ];
  protected readonly entries = computed(() => [
    { value: '', label: $localize`No, it is new` },
    ...this.delivery()
      .spend.filter(({ corrected }) => !corrected)
      .map(({ id, payee, amountPence, spentOn }) => ({
        value: id,
        label: `${payee}, ${formatMoney(amountPence, this.delivery().currency, 'en-GB')}, ${spentOn}`,
      })),
  ]);

  /** How far this entry would go beyond what was decided, whole pence; 0 when it would not. */
  protected readonly over = computed(() => {
    const { money, spend } = this.delivery();
    const sum = this.kind() === 'paid' ? money.paidPence : money.committedPence;
    const corrected = spend.find(({ id, kind }) => id === this.corrects() && kind === this.kind());
    const amount = penceOf(this.amount()) ?? 0;
    const before = corrected?.amountPence ?? 0;
    return this.kind() && amount > before ? Math.max(0, sum - before + amount - money.budgetPence) : 0;
  });

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const wrong = this.wrong();
    if (wrong.length > 0) return this.act.refuse(wrong);
    await this.act.run(async () => {
      const { number } = this.delivery();
      const entry = {
        kind: this.kind() === 'paid' ? ('paid' as const) : ('committed' as const),
        amountPence: penceOf(this.amount()) ?? 0,
        spentOn: this.day(),
        payee: this.payee().trim(),
        whatFor: this.whatFor().trim(),
        local: this.traits().includes('local'),
        social: this.traits().includes('social'),
        overReason: this.over() > 0 ? this.overReason().trim() : null,
      };
      const reason = this.reason().trim();
      this.changed.emit(
        this.corrects()
          ? await this.api.correct(number, this.corrects(), { ...entry, reason })
          : await this.api.spend(number, entry),
      );
      this.clear();
    });
  }

  private wrong(): { fieldId: string; message: string }[] {
    const amount = penceOf(this.amount());
    const least = this.corrects() ? 0 : 1;
    const check = (bad: boolean, fieldId: string, message: string) => (bad ? [{ fieldId, message }] : []);
    return [
      ...check(!this.kind(), IDS.kind, $localize`Choose whether it was promised or paid`),
      ...check((amount ?? -1) < least, IDS.amountPence, $localize`Enter the amount in pounds, like 1200.50`),
      ...check(!this.day(), IDS.spentOn, $localize`Enter the day, like 31 3 2026`),
      ...check(this.payee().trim().length < 2, IDS.payee, $localize`Enter the organisation it goes to`),
      ...check(this.whatFor().trim().length < 3, IDS.whatFor, $localize`Enter what it is for`),
      ...check(
        this.corrects() !== '' && this.reason().trim().length < 10,
        IDS.reason,
        $localize`Say in a sentence what was wrong`,
      ),
      ...check(
        this.over() > 0 && this.overReason().trim().length < 10,
        IDS.overReason,
        $localize`Check the amount. If it is right, say in a sentence why it is more than was decided`,
      ),
    ];
  }

  private clear(): void {
    for (const field of [this.corrects, this.amount, this.day, this.payee, this.whatFor]) field.set('');
    for (const field of [this.reason, this.overReason]) field.set('');
    this.kind.set(null);
    this.traits.set([]);
    this.turns.update(([turn = 0]) => [turn + 1]);
  }
}
