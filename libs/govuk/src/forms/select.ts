import { ChangeDetectionStrategy, Component, input, model } from '@angular/core';
import type { Choice } from './choice.js';
import { ControlLabel } from './control-label.js';
import { FormControlBase } from './form-control.js';

/** One choice from a long list. For fewer than about seven, use radios. */
@Component({
  selector: 'ct-select',
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
    <select
      class="govuk-select"
      [class.govuk-select--error]="!!error()"
      [id]="fieldId()"
      [name]="fieldId()"
      [disabled]="disabled()"
      [attr.aria-describedby]="describedBy()"
      [attr.aria-invalid]="error() ? true : null"
      (change)="value.set($any($event.target).value)"
    >
      @for (choice of choices(); track choice.value) {
        <option
          [value]="choice.value"
          [selected]="choice.value === value()"
          [disabled]="choice.disabled ?? false"
        >
          {{ choice.label }}
        </option>
      }
    </select>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Select extends FormControlBase {
  readonly value = model('');
  readonly choices = input.required<readonly Choice[]>();
}
