import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** The message beside a field. Give the field `aria-describedby` with this element's id. */
@Component({
  selector: 'ct-error-message',
  template: `<span class="govuk-visually-hidden" i18n>Error:</span> {{ message() }}`,
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'govuk-error-message' },
})
export class ErrorMessage {
  readonly message = input.required<string>();
}
