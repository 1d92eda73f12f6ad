import { ChangeDetectionStrategy, Component } from '@angular/core';
import { NeedsScript } from '../needs-script.js';

/** What the server shows in place of a page for signed-in people. */
@Component({
  selector: 'ct-one-moment-page',
  imports: [NeedsScript],
  template: `
    <h1 class="govuk-heading-l" i18n>One moment</h1>
    <p class="govuk-body" role="status" i18n>We are finding out whether you are signed in.</p>
    <p class="govuk-body" i18n>
      This page needs JavaScript. Everything the council publishes can be read without it, and without an
      account.
    </p>
    <ct-needs-script />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OneMomentPage {}
