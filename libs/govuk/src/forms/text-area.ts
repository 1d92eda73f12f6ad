import { ChangeDetectionStrategy, Component, computed, input, model } from '@angular/core';
import { CountPipe } from '../format-pipes.js';
import { ControlLabel } from './control-label.js';
import { FormControlBase } from './form-control.js';

/** Several lines of text, with a count of what is left when `maxLength` is given. Typing past it is never cut. */
@Component({
  selector: 'ct-textarea',
  imports: [ControlLabel, CountPipe],
  template: `
    <ct-control-label
      [fieldId]="fieldId()"
      [label]="label()"
      [labelClass]="labelClass()"
      [isHeading]="labelIsHeading()"
      [hint]="hint()"
      [error]="error()"
    />
    <textarea
      class="govuk-textarea"
      [class.govuk-textarea--error]="!!error()"
      [id]="fieldId()"
      [name]="fieldId()"
      [rows]="rows()"
      [value]="value()"
      [disabled]="disabled()"
      [attr.aria-describedby]="described()"
      [attr.aria-invalid]="error() ? true : null"
      (input)="value.set($any($event.target).value)"
      (blur)="touched.set(true)"
    ></textarea>
    @if (maxLength() !== null) {
      <div
        [id]="fieldId() + '-count'"
        class="govuk-hint govuk-character-count__message"
        [class.govuk-error-message]="left() < 0"
        aria-live="polite"
      >
        @if (left() >= 0) {
          <ng-container i18n
            >You have
            {left(), plural, =1 {1 character} other {{{ left() | ctCount }} characters}} left</ng-container
          >
        } @else {
          <ng-container i18n
            >{-left(), plural, =1 {1 character} other {{{ -left() | ctCount }} characters}} too
            many</ng-container
          >
        }
      </div>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Textarea extends FormControlBase {
  readonly value = model('');
  readonly touched = model(false);
  readonly rows = input(5);
  readonly maxLength = input<number | null>(null);

  protected readonly left = computed(() => (this.maxLength() ?? 0) - this.value().length);
  protected readonly described = computed(
    () =>
      [this.describedBy(), this.maxLength() === null ? null : `${this.fieldId()}-count`]
        .filter((id) => id !== null)
        .join(' ') || null,
  );
}
