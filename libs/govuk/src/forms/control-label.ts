import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { ErrorMessage } from '../error-message.js';

/** Label, hint and error of a control with one input, in GOV.UK's order. */
@Component({
  selector: 'ct-control-label',
  imports: [ErrorMessage, NgTemplateOutlet],
  template: `
    <ng-template #text
      ><label [class]="labelClass()" [for]="fieldId()">{{ label() }}</label></ng-template
    >
    @if (isHeading()) {
      <h1 class="govuk-label-wrapper"><ng-container [ngTemplateOutlet]="text" /></h1>
    } @else {
      <ng-container [ngTemplateOutlet]="text" />
    }
    @if (hint()) {
      <div class="govuk-hint" [id]="fieldId() + '-hint'">{{ hint() }}</div>
    }
    @if (error(); as message) {
      <ct-error-message [id]="fieldId() + '-error'" [message]="message" />
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ControlLabel {
  readonly fieldId = input.required<string>();
  readonly label = input.required<string>();
  readonly labelClass = input('govuk-label');
  readonly isHeading = input(false);
  readonly hint = input<string | null | undefined>();
  readonly error = input<string | null | undefined>();
}
