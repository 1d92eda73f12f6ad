import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Breadcrumbs, Button, EmptyState } from '@commonthread/govuk';
import { Waiting } from '../shell/waiting.js';
import { ProposalRow } from './proposal-row.js';
import { ProposalsApi } from './proposals-api.js';
import { WaitingConsents } from './waiting-consents.js';

/** What the reader wrote and what they follow. */
@Component({
  selector: 'ct-my-proposals-page',
  imports: [Breadcrumbs, Button, EmptyState, ProposalRow, RouterLink, Waiting, WaitingConsents],
  template: `
    <ct-breadcrumbs [crumbs]="crumbs" />
    <h1 class="govuk-heading-xl" i18n>Your proposals</h1>
    <a ctButton role="button" routerLink="/proposals/new" i18n>Put forward an idea</a>

    <ct-waiting-consents />
    <section aria-labelledby="written-heading">
      <h2 class="govuk-heading-l" id="written-heading" i18n>Written by you</h2>
      @if (written.hasValue()) {
        <ul class="govuk-list ct-rows">
          @for (proposal of written.value().items; track proposal.number) {
            <li ctProposalRow [proposal]="proposal"></li>
          }
        </ul>
        @if (written.value().total === 0) {
          <ct-empty-state heading="You have not written one yet" i18n-heading>
            <p class="govuk-body" i18n>
              What you begin is saved as a draft as you type, and listed here. Only you see drafts.
            </p>
          </ct-empty-state>
        }
      } @else {
        <ct-waiting [resource]="written" what="your proposals" i18n-what />
      }
    </section>

    <section aria-labelledby="followed-heading">
      <h2 class="govuk-heading-l" id="followed-heading" i18n>Followed by you</h2>
      @if (followed.hasValue()) {
        <ul class="govuk-list ct-rows">
          @for (proposal of followed.value().items; track proposal.number) {
            <li ctProposalRow [proposal]="proposal"></li>
          }
        </ul>
        @if (followed.value().total === 0) {
          <ct-empty-state heading="You do not follow any yet" i18n-heading>
            <p class="govuk-body" i18n>
              Press “Follow it” on a proposal’s page to find it here again.
              <a class="govuk-link" routerLink="/proposals">Look through the proposals</a>.
            </p>
          </ct-empty-state>
        }
      } @else {
        <ct-waiting [resource]="followed" what="the proposals you follow" i18n-what />
      }
    </section>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MyProposalsPage {
  private readonly api = inject(ProposalsApi);

  protected readonly crumbs = [
    { label: $localize`Home`, link: '/' },
    { label: $localize`Proposals`, link: '/proposals' },
  ];
  protected readonly written = this.api.list(() => ({ mine: 'authored', pageSize: 100 }));
  protected readonly followed = this.api.list(() => ({ mine: 'following', pageSize: 100 }));
}
