import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ContactLine } from './contact-line.js';
import { SITE } from './site.js';

@Component({
  selector: 'ct-site-footer',
  imports: [ContactLine, RouterLink],
  template: `
    <footer class="ct-footer">
      <div class="govuk-width-container">
        <h2 class="govuk-visually-hidden" i18n>About this site</h2>
        <ul class="ct-footer__links">
          <li><a class="ct-footer__link" routerLink="/how-it-works" i18n>How it works</a></li>
          <li><a class="ct-footer__link" routerLink="/delivery" i18n>What is being built</a></li>
          <li>
            <a class="ct-footer__link" routerLink="/open-contributions" i18n
              >What still waits for an answer</a
            >
          </li>
          <li><a class="ct-footer__link" routerLink="/open-data" i18n>Open data</a></li>
          <li><a class="ct-footer__link" routerLink="/accessibility" i18n>Accessibility statement</a></li>
          <li><a class="ct-footer__link" routerLink="/privacy" i18n>Privacy</a></li>
          <li><a class="ct-footer__link" routerLink="/moderation" i18n>Moderation log</a></li>
        </ul>
        @if (contact.phone || contact.email) {
          <p class="ct-footer__note">
            <ng-container i18n>Questions, or you would rather not do it online? Ask</ng-container
            >&ngsp;<ct-contact-line />.
          </p>
        }
        <p class="ct-footer__note" i18n>
          Common Thread for {{ council }}: proposals, votes, decisions and what became of them, in the open.
        </p>
        <p class="ct-footer__note" i18n>
          Boundaries and population figures: source Office for National Statistics, licensed under the Open
          Government Licence v3.0. Contains OS data © Crown copyright and database right.
        </p>
      </div>
    </footer>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SiteFooter {
  protected readonly council = inject(SITE).councilName;
  protected readonly contact = inject(SITE).contact;
}
