import {
  ChangeDetectionStrategy,
  Component,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import type { Api } from '@commonthread/api-client';
import { Button, ErrorSummary, type FieldError } from '@commonthread/govuk';
import { Radios, Textarea, TextInput } from '@commonthread/govuk/forms';
import { Act } from '../act.js';
import { type Choices, type Difference, PaperApi } from './paper-api.js';
import { readTicks, serialText } from './read-ticks.js';
import { choicesWords, type SheetProject } from './sheet-projects.js';

type Word = '' | 'first' | 'second' | 'other' | 'none';
interface Answer {
  readonly word: Word;
  readonly ticks: string;
}

/** Two readings of a sheet side by side; a third officer looks at the sheet and says what is on it. */
@Component({
  selector: 'ct-compare-entries',
  imports: [Button, ErrorSummary, Radios, Textarea, TextInput],
  templateUrl: './compare-entries.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CompareEntries {
  private readonly api = inject(PaperApi);

  readonly round = input.required<Api<'RoundDto'>>();
  readonly batch = input.required<string>();
  readonly style = input.required<string>();
  readonly projects = input.required<readonly SheetProject[]>();
  readonly differences = input.required<readonly Difference[]>();
  /** Whether the reader is neither of those who entered the sheets. */
  readonly maySettle = input.required<boolean>();
  readonly settled = output<void>();

  protected readonly answers = linkedSignal<readonly Difference[], Record<string, Answer>>({
    source: this.differences,
    computation: (_, before) => before?.value ?? {},
  });
  protected readonly reason = signal('');
  protected readonly act = new Act('differences', { reason: 'settle-reason' });
  protected readonly text = serialText;

  protected open(): Difference[] {
    return this.differences().filter(({ settled }) => !settled);
  }

  protected answer(serial: string): Answer {
    return this.answers()[serial] ?? { word: '', ticks: '' };
  }

  protected change(serial: string, change: { word?: string | null; ticks?: string }): void {
    this.answers.update((answers) => ({
      ...answers,
      [serial]: { ...this.answer(serial), ...change } as Answer,
    }));
  }

  protected choices({ first, second }: Difference) {
    return [
      ...(first ? [{ value: 'first', label: $localize`As in the first entry` }] : []),
      ...(second ? [{ value: 'second', label: $localize`As in the second entry` }] : []),
      { value: 'other', label: $localize`Something else` },
      { value: 'none', label: $localize`It is no ballot, or there is no such sheet` },
    ];
  }

  protected words(reading: { choices: Choices } | null): string {
    if (!reading) return $localize`not entered`;
    return choicesWords(reading.choices, this.projects()).join(' · ') || $localize`no project`;
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const errors: FieldError[] = [];
    const rulings = this.open().map((difference) => {
      const { serial } = difference;
      const said = this.saidOf(difference);
      if ('fault' in said) {
        errors.push({ fieldId: said.fieldId, message: `${serialText(serial)}: ${said.fault}` });
        return { serial };
      }
      return said.choices ? { serial, style: this.style(), choices: said.choices } : { serial };
    });
    if (this.reason().trim().length < 3)
      errors.push({ fieldId: 'settle-reason', message: $localize`Say how you settled it` });
    if (errors.length > 0) return this.act.refuse(errors);
    const done = await this.act.run(() =>
      this.api.settle(this.round().slug, this.batch(), { reason: this.reason().trim(), rulings }),
    );
    if (done) this.settled.emit();
  }

  private saidOf({
    serial,
    first,
    second,
  }: Difference): { choices: Choices | null } | { fault: string; fieldId: string } {
    const { word, ticks } = this.answer(serial);
    switch (word) {
      case 'first':
        return { choices: first?.choices ?? null };
      case 'second':
        return { choices: second?.choices ?? null };
      case 'none':
        return { choices: null };
      case 'other': {
        const reading = readTicks(ticks, this.round().ballotStyle, this.projects());
        return 'fault' in reading ? { fault: reading.fault, fieldId: `ticks-${serial}` } : reading;
      }
      case '':
        return { fault: $localize`say what is on this sheet`, fieldId: `word-${serial}` };
    }
  }
}
