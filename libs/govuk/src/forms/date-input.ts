import { ChangeDetectionStrategy, Component, computed, linkedSignal, model } from '@angular/core';
import { ErrorMessage } from '../error-message.js';
import { LegendText } from './fieldset-legend.js';
import { FormControlBase } from './form-control.js';

interface DateParts {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

/** `YYYY-MM-DD` when the three parts name a day that exists, else an empty string. */
export function isoDay({ day, month, year }: DateParts): string {
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^\d{4}$/.test(year)) return '';
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== iso ? '' : iso;
}

/**
 * A day people know by heart, in three boxes. `value` is `YYYY-MM-DD`, or empty while the boxes do not name a
 * day that exists; what was typed stays in the boxes either way.
 */
@Component({
  selector: 'ct-date-input',
  imports: [ErrorMessage, LegendText],
  template: `
    <fieldset class="govuk-fieldset" role="group" [attr.aria-describedby]="describedBy()">
      <legend [class]="legendClass()">
        <ct-legend-text [label]="label()" [isHeading]="labelIsHeading()" />
      </legend>
      @if (hint()) {
        <div class="govuk-hint" [id]="fieldId() + '-hint'">{{ hint() }}</div>
      }
      @if (error(); as message) {
        <ct-error-message [id]="fieldId() + '-error'" [message]="message" />
      }
      <div class="govuk-date-input">
        @for (box of boxes(); track box.part) {
          <div class="govuk-date-input__item">
            <div class="govuk-form-group">
              <label class="govuk-label govuk-date-input__label" [for]="box.id">{{ box.label }}</label>
              <input
                [class]="
                  'govuk-input govuk-date-input__input govuk-input--width-' + (box.part === 'year' ? 4 : 2)
                "
                [class.govuk-input--error]="!!error()"
                type="text"
                inputmode="numeric"
                [id]="box.id"
                [name]="box.id"
                [value]="parts()[box.part]"
                [disabled]="disabled()"
                (input)="type(box.part, $any($event.target).value)"
              />
            </div>
          </div>
        }
      </div>
    </fieldset>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DateInput extends FormControlBase {
  readonly value = model('');

  protected readonly parts = linkedSignal<string, DateParts>({
    source: this.value,
    computation: (iso, previous) => {
      if (previous && isoDay(previous.value) === iso) return previous.value;
      const [year = '', month = '', day = ''] = iso.split('-');
      return { day: day.replace(/^0/, ''), month: month.replace(/^0/, ''), year };
    },
  });

  protected readonly boxes = computed(() => [
    { part: 'day' as const, id: this.fieldId(), label: $localize`Day` },
    { part: 'month' as const, id: `${this.fieldId()}-month`, label: $localize`Month` },
    { part: 'year' as const, id: `${this.fieldId()}-year`, label: $localize`Year` },
  ]);

  protected type(part: keyof DateParts, typed: string): void {
    this.parts.update((parts) => ({ ...parts, [part]: typed.trim() }));
    this.value.set(isoDay(this.parts()));
  }
}
