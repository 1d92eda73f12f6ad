import { ChangeDetectionStrategy, Component } from '@angular/core';
import { ContactLine } from '../contact-line.js';

/** The answer to a form that only JavaScript could have sent. */
@Component({
  selector: 'ct-not-sent-page',
  imports: [ContactLine],
  template: `
    <div class="ct-text">
      <h1 class="govuk-heading-l" i18n>That form was not sent</h1>
      <p class="govuk-body" i18n>
        It can only be sent with JavaScript, which is switched off in your browser or had not loaded yet.
        Nothing of what you entered was kept.
      </p>
      <p class="govuk-body" i18n>
        Go back with your browser, check that JavaScript is switched on, load the page again, and send the
        form once more.
      </p>
      <p class="govuk-body">
        <ng-container i18n>If that does not help, ask</ng-container>&ngsp;<ct-contact-line />.
      </p>
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NotSentPage {}
