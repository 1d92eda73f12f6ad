import {
  ChangeDetectionStrategy,
  ChangeDetectorRef,
  Component,
  computed,
  DOCUMENT,
  inject,
  input,
  LOCALE_ID,
  output,
  signal,
  ViewEncapsulation,
} from '@angular/core';
import type { Api } from '@commonthread/api-client';
import { Button, ErrorSummary, formatMoney, MoneyPipe } from '@commonthread/govuk';
import { TextInput } from '@commonthread/govuk/forms';
import { Act } from '../act.js';
import { type Batch, PaperApi } from './paper-api.js';
import { readSerial, readTicks, serialText } from './read-ticks.js';
import { choicesText, choicesWords, type SheetProject } from './sheet-projects.js';

interface Entered {
  readonly serial: string;
  readonly ticks: string;
  readonly words: string;
}

/** Sheets one after the other by keyboard: number, ticks, Enter. Every sheet is kept the moment it is entered. */
@Component({
  selector: 'ct-enter-sheets',
  imports: [Button, ErrorSummary, MoneyPipe, TextInput],
  templateUrl: './enter-sheets.html',
  styleUrl: './enter-sheets.scss',
  encapsulation: ViewEncapsulation.None,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EnterSheets {
  private readonly api = inject(PaperApi);
  private readonly changes = inject(ChangeDetectorRef);
  private readonly document = inject(DOCUMENT);
  private readonly locale = inject(LOCALE_ID);

  readonly round = input.required<Api<'RoundDto'>>();
  readonly batch = input.required<Batch>();
  readonly style = input.required<string>();
  readonly projects = input.required<readonly SheetProject[]>();
  /** After the last sheet. */
  readonly ended = output<void>();

  protected readonly serial = signal('');
  protected readonly ticks = signal('');
  /** A sheet without ticks is entered only when Enter is pressed once more. */
  protected readonly blankSeen = signal(false);
  /** How many are in, as the ballot box says after each. */
  private readonly told = signal<number | undefined>(undefined);
  protected readonly entered = computed(() => this.told() ?? this.batch().entered);
  protected readonly last = signal<Entered | null>(null);
  protected readonly left = computed(() => (this.batch().inBox ?? 0) - this.entered());
  private readonly reading = computed(() =>
    readTicks(this.ticks(), this.round().ballotStyle, this.projects()),
  );
  protected readonly readBack = computed(() => {
    const reading = this.reading();
    if ('fault' in reading) return reading.fault;
    if (reading.choices.length === 0) return '';
    const words = choicesWords(reading.choices, this.projects()).join(' · ');
    return this.round().ballotStyle === 'knapsack' ? `${words} (${this.costOf(reading.choices)})` : words;
  });
  protected readonly ticksHint = computed(() => {
    switch (this.round().ballotStyle) {
      case 'ranked':
        return $localize`Numbers of the projects, the first choice first, such as 4 1 7. Enter goes on to the next sheet.`;
      case 'points':
        return $localize`Number and points of each project, such as 4=3 7=2. Enter goes on to the next sheet.`;
      case 'choose-1':
        return $localize`Number of the project. Enter goes on to the next sheet.`;
      default:
        return $localize`Numbers of the ticked projects, such as 1 4 7. Enter goes on to the next sheet.`;
    }
  });
  protected readonly act = new Act('entering');

  protected typed(ticks: string): void {
    this.ticks.set(ticks);
    this.blankSeen.set(false);
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const serial = readSerial(this.serial());
    if (!serial)
      return this.refuse('serial', $localize`Type the eight letters and digits printed on the sheet`);
    if (this.document.activeElement?.id === 'serial' && this.ticks() === '') return this.focus('ticks');
    const reading = this.reading();
    if ('fault' in reading) return this.refuse('ticks', reading.fault);
    if (reading.choices.length === 0 && !this.blankSeen()) {
      this.blankSeen.set(true);
      return this.focus('ticks');
    }
    // The sheet before is still on its way: what is typed stays.
    if (this.act.busy()) return;
    const typed = { serial, ticks: this.ticks() };
    this.put('', '');
    this.focus('serial');
    const done = await this.act.run(async () => {
      const { keyed } = await this.api.enter(this.round().slug, this.batch().batch, {
        sheets: [{ serial, style: this.style(), choices: reading.choices }],
        isLast: false,
      });
      this.told.set(keyed);
    });
    if (!done) return this.putBack(typed);
    const words = choicesWords(reading.choices, this.projects()).join(' · ');
    this.last.set({ serial, ticks: choicesText(reading.choices, this.projects()), words });
  }

  /** Takes the last sheet back and puts it into the fields again. */
  protected async undo(): Promise<void> {
    const last = this.last();
    if (!last) return;
    const done = await this.act.run(async () => {
      const { keyed } = await this.api.withdraw(this.round().slug, this.batch().batch, last.serial);
      this.told.set(keyed);
    });
    if (!done) return;
    this.last.set(null);
    this.put(serialText(last.serial), last.ticks);
    this.focus('ticks');
  }

  protected async end(): Promise<void> {
    const done = await this.act.run(async () => {
      await this.api.enter(this.round().slug, this.batch().batch, { sheets: [], isLast: true });
    });
    if (done) this.ended.emit();
  }

  protected text(serial: string): string {
    return serialText(serial);
  }

  private refuse(fieldId: 'serial' | 'ticks', message: string): void {
    this.act.refuse([{ fieldId, message }]);
    this.focus(fieldId);
  }

  private put(serial: string, ticks: string): void {
    // What was typed a moment ago may not be bound yet; without that an emptied field would keep it.
    this.changes.detectChanges();
    this.serial.set(serial);
    this.typed(ticks);
  }

  /** A refused sheet comes back into the fields, unless the next one is being typed there already. */
  private putBack({ serial, ticks }: { readonly serial: string; readonly ticks: string }): void {
    if (this.serial() === '' && this.ticks() === '') {
      this.put(serialText(serial), ticks);
      return this.focus('ticks');
    }
    this.act.refuse(
      this.act.errors().map(({ message }) => ({
        fieldId: 'serial',
        message: $localize`Not entered: ${serialText(serial)}:serial: with ${ticks}:ticks:. ${message}:why:`,
      })),
    );
  }

  /** At once, so that no key is lost between two fields. */
  private focus(fieldId: string): void {
    this.document.getElementById(fieldId)?.focus();
  }

  private costOf(choices: readonly unknown[]): string {
    const { currency, budgetPence } = this.round();
    const cost = this.projects()
      .filter(({ ballotId }) => choices.includes(ballotId))
      .reduce((sum, { costPence }) => sum + costPence, 0);
    const money = (pence: number): string => formatMoney(pence, currency, this.locale);
    return $localize`${money(cost)}:cost: of ${money(budgetPence)}:budget:`;
  }
}
