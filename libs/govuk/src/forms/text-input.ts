import { ChangeDetectionStrategy, Component, input, model } from '@angular/core';
import { ControlLabel } from './control-label.js';
import { FormControlBase } from './form-control.js';

/** One line of text. `value` is two-way: `[(value)]` with a signal, or a signal-forms field. */
@Component({
  selector: 'ct-text-input',
  imports: [ControlLabel],
  template: `
    <ct-control-label
      [fieldId]="fieldId()"
      [label]="label()"
      [labelClass]="labelClass()"
      [isHeading]="labelIsHeading()"
      [hint]="hint()"
      [error]="error()"
    />
    <div class="govuk-input__wrapper">
      @if (prefix()) {
        <div class="govuk-input__prefix" aria-hidden="true">{{ prefix() }}</div>
      }
      <input
        [class]="'govuk-input' + (width() ? ' govuk-input--width-' + width() : '')"
        [class.govuk-input--error]="!!error()"
        [id]="fieldId()"
        [name]="fieldId()"
        [type]="type()"
        [value]="value()"
        [disabled]="disabled()"
        [attr.aria-describedby]="describedBy()"
        [attr.aria-invalid]="error() ? true : null"
        [attr.autocomplete]="autocomplete()"
        [attr.inputmode]="inputMode()"
        [attr.spellcheck]="spellcheck()"
        (input)="value.set($any($event.target).value)"
        (blur)="touched.set(true)"
      />
      @if (suffix()) {
        <div class="govuk-input__suffix" aria-hidden="true">{{ suffix() }}</div>
      }
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TextInput extends FormControlBase {
  readonly value = model('');
  readonly touched = model(false);
  readonly type = input<'text' | 'email' | 'password' | 'search' | 'tel'>('text');
  /** Width in characters the field is made for; none fills its column. */
  readonly width = input<2 | 3 | 4 | 5 | 10 | 20 | 30 | null>(null);
  readonly autocomplete = input<string | null>(null);
  readonly inputMode = input<'text' | 'numeric' | 'decimal' | 'email' | 'search' | null>(null);
  readonly spellcheck = input<boolean | null>(null);
  readonly prefix = input<string | null>(null);
  readonly suffix = input<string | null>(null);
}
