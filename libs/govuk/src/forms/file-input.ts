import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { ControlLabel } from './control-label.js';
import { FormControlBase } from './form-control.js';

/** One file from the reader's own device. */
@Component({
  selector: 'ct-file-input',
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
    <input
      class="govuk-file-upload"
      [class.govuk-file-upload--error]="!!error()"
      type="file"
      [id]="fieldId()"
      [name]="fieldId()"
      [disabled]="disabled()"
      [attr.accept]="accept()"
      [attr.aria-describedby]="describedBy()"
      (change)="picked.emit($any($event.target).files?.[0] ?? null)"
    />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FileInput extends FormControlBase {
  /** Endings the field offers, such as `.pb,.txt`. */
  readonly accept = input<string | null>(null);
  readonly picked = output<File | null>();
}
