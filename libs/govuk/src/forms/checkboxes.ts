import { ChangeDetectionStrategy, Component, input, model } from '@angular/core';
import type { Choice } from './choice.js';
import { ErrorMessage } from '../error-message.js';
import { LegendText } from './fieldset-legend.js';
import { FormControlBase } from './form-control.js';

/** Any number of choices. The first box carries `fieldId`, so errors lead to it. */
@Component({
  selector: 'ct-checkboxes',
  imports: [ErrorMessage, LegendText],
  template: `
    <fieldset class="govuk-fieldset" [attr.aria-describedby]="describedBy()">
      <legend [class]="legendClass()">
        <ct-legend-text [label]="label()" [isHeading]="labelIsHeading()" />
      </legend>
      @if (hint()) {
        <div class="govuk-hint" [id]="fieldId() + '-hint'">{{ hint() }}</div>
      }
      @if (error(); as message) {
        <ct-error-message [id]="fieldId() + '-error'" [message]="message" />
      }
      <div class="govuk-checkboxes" [class.govuk-checkboxes--small]="small()">
        @for (choice of choices(); track choice.value; let first = $first; let at = $index) {
          @let id = first ? fieldId() : fieldId() + '-' + at;
          <div class="govuk-checkboxes__item">
            <input
              class="govuk-checkboxes__input"
              type="checkbox"
              [id]="id"
              [name]="fieldId()"
              [value]="choice.value"
              [checked]="values().includes(choice.value)"
              [disabled]="disabled() || (choice.disabled ?? false)"
              [attr.aria-describedby]="choice.hint ? id + '-item-hint' : null"
              (change)="toggle(choice.value)"
            />
            <label class="govuk-label govuk-checkboxes__label" [for]="id">{{ choice.label }}</label>
            @if (choice.hint) {
              <div class="govuk-hint govuk-checkboxes__hint" [id]="id + '-item-hint'">{{ choice.hint }}</div>
            }
          </div>
        }
      </div>
    </fieldset>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Checkboxes extends FormControlBase {
  readonly values = model<readonly string[]>([]);
  readonly choices = input.required<readonly Choice[]>();
  readonly small = input(false);

  /** Keeps the order of the choices, whatever order they were ticked in. */
  protected toggle(value: string): void {
    this.values.update((chosen) =>
      this.choices()
        .map((choice) => choice.value)
        .filter((known) => (known === value ? !chosen.includes(known) : chosen.includes(known))),
    );
  }
}
