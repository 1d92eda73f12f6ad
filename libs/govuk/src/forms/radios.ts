import { ChangeDetectionStrategy, Component, input, model } from '@angular/core';
import type { Choice } from './choice.js';
import { ErrorMessage } from '../error-message.js';
import { LegendText } from './fieldset-legend.js';
import { FormControlBase } from './form-control.js';

/** One choice of a few. The first radio carries `fieldId`, so errors lead to it. */
@Component({
  selector: 'ct-radios',
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
      <div class="govuk-radios" [class.govuk-radios--inline]="inline()" [class.govuk-radios--small]="small()">
        @for (choice of choices(); track choice.value; let first = $first; let at = $index) {
          @let id = first ? fieldId() : fieldId() + '-' + at;
          <div class="govuk-radios__item">
            <input
              class="govuk-radios__input"
              type="radio"
              [id]="id"
              [name]="fieldId()"
              [value]="choice.value"
              [checked]="choice.value === value()"
              [disabled]="disabled() || (choice.disabled ?? false)"
              [attr.aria-describedby]="choice.hint ? id + '-item-hint' : null"
              (change)="value.set(choice.value)"
            />
            <label class="govuk-label govuk-radios__label" [for]="id">{{ choice.label }}</label>
            @if (choice.hint) {
              <div class="govuk-hint govuk-radios__hint" [id]="id + '-item-hint'">{{ choice.hint }}</div>
            }
          </div>
        }
      </div>
    </fieldset>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Radios extends FormControlBase {
  readonly value = model<string | null>(null);
  readonly choices = input.required<readonly Choice[]>();
  readonly inline = input(false);
  readonly small = input(false);
}
