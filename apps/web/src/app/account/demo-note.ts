import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { AccountApi } from './account-api.js';

/** On a site that runs as a demonstration: where its accounts, codes and mails are. Elsewhere nothing. */
@Component({
  selector: 'ct-demo-note',
  imports: [RouterLink],
  template: `
    @if (accounts.hasValue()) {
      <div class="govuk-inset-text">
        <ng-container i18n>
          This site is a demonstration. Its accounts, their codes and every e-mail it sends are in the
          <a class="govuk-link" routerLink="/mailbox">demonstration mailbox</a>.
        </ng-container>
      </div>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DemoNote {
  protected readonly accounts = inject(AccountApi).demoAccounts();
}
