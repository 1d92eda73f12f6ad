import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { DemoNote } from './demo-note.js';

/** The same words whether or not there is an account: who asks must not learn who is registered. */
@Component({
  selector: 'ct-check-your-mail-page',
  imports: [DemoNote, RouterLink],
  template: `
    <div class="ct-text">
      <h1 class="govuk-heading-l" i18n>Check your e-mail</h1>
      <p class="govuk-body" i18n>
        We have sent a message to the address you gave. It should arrive within a few minutes.
      </p>
      @if (purpose() === 'reset') {
        <p class="govuk-body" i18n>
          If there is an account with this address, the message holds a link to choose a new password. The
          link is good for one hour and for one use.
        </p>
      } @else {
        <p class="govuk-body" i18n>
          Open the link in it to confirm that the address is yours. The link is good for one hour. If you
          already had an account, the message says so.
        </p>
      }
      <ct-demo-note />
      <h2 class="govuk-heading-s" i18n>Nothing arrived?</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li i18n>Look in the folder for unwanted mail.</li>
        <li>
          @if (purpose() === 'reset') {
            <a class="govuk-link" routerLink="/account/forgot" i18n
              >Check that you typed the address right, and ask again</a
            >
          } @else {
            <a class="govuk-link" routerLink="/account/register" i18n
              >Check that you typed the address right, and register again</a
            >
          }
        </li>
      </ul>
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CheckYourMailPage {
  readonly purpose = input<string | undefined>(undefined, { alias: 'for' });
}
