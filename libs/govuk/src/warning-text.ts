import { ChangeDetectionStrategy, Component } from '@angular/core';

/** A consequence the reader should know before going on. */
@Component({
  selector: 'ct-warning-text',
  template: `
    <span class="govuk-warning-text__icon" aria-hidden="true">!</span>
    <strong class="govuk-warning-text__text">
      <span class="govuk-visually-hidden" i18n>Warning</span>
      <ng-content />
    </strong>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'govuk-warning-text' },
})
export class WarningText {}
