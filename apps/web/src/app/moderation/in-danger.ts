import { ChangeDetectionStrategy, Component } from '@angular/core';
import { WarningText } from '@commonthread/govuk';

/** Whom to call when waiting for a moderator is too long; stands before the form and after it. */
@Component({
  selector: 'ct-in-danger',
  imports: [WarningText],
  template: `
    <ct-warning-text i18n>If somebody is in danger now, call 999.</ct-warning-text>
    <p class="govuk-body">
      <ng-container i18n
        >For the police when it is not an emergency, call 101. You can report hate crime at</ng-container
      >
      &ngsp;<a class="govuk-link" href="https://www.report-it.org.uk/" rel="noreferrer" i18n>True Vision</a
      >&ngsp;
      <ng-container i18n>and get help from</ng-container>
      &ngsp;<a class="govuk-link" href="https://www.victimsupport.org.uk/" rel="noreferrer" i18n
        >Victim Support</a
      >.
    </p>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class InDanger {}
