import { ChangeDetectionStrategy, Component } from '@angular/core';

/** What somebody without an account can do at a stall once voting is open, and why not more. */
@Component({
  selector: 'ct-without-account',
  template: `
    <p class="govuk-body" i18n>
      Whoever is on the list of voters without an account can vote on paper, here and now: the helper hands
      out a sheet and marks it on the list, so that nobody votes twice. Voting online without an account is
      not possible: the list and who belongs to which account are fixed when voting opens, so that nobody can
      put voters on it while votes come in. For the same reason the code of a letter works only before voting
      opens.
    </p>
    <p class="govuk-body" i18n>
      A vote that was cast can be changed without an account: its change code is enough.
    </p>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WithoutAccount {}
