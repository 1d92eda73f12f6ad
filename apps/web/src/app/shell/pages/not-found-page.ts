import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { PageStatus } from '../page-status.js';

@Component({
  selector: 'ct-not-found-page',
  imports: [RouterLink],
  template: `
    <div class="ct-text">
      <h1 class="govuk-heading-l" i18n>Page not found</h1>
      <p class="govuk-body" i18n>
        If you typed the address, check it is correct. If you pasted it, check you copied all of it.
      </p>
      <p class="govuk-body" i18n>You may be looking for:</p>
      <ul class="govuk-list govuk-list--bullet">
        <li><a class="govuk-link" routerLink="/rounds" i18n>rounds: what is being decided now</a></li>
        <li><a class="govuk-link" routerLink="/proposals" i18n>proposals: what people have asked for</a></li>
        <li><a class="govuk-link" routerLink="/decisions" i18n>decisions: what was chosen and why</a></li>
      </ul>
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NotFoundPage {
  constructor() {
    inject(PageStatus).set(404);
  }
}
