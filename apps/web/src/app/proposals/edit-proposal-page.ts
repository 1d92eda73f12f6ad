import { ChangeDetectionStrategy, Component, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Breadcrumbs } from '@commonthread/govuk';
import { Waiting } from '../shell/waiting.js';
import { ProposalEditor } from './proposal-editor.js';
import { isEditable } from './proposal-words.js';
import { ProposalsApi } from './proposals-api.js';

@Component({
  selector: 'ct-edit-proposal-page',
  imports: [Breadcrumbs, ProposalEditor, RouterLink, Waiting],
  template: `
    <ct-breadcrumbs [crumbs]="crumbs" />
    @if (proposal.hasValue()) {
      @let it = proposal.value();
      @if (it.mine?.author && isEditable(it)) {
        @if (round.hasValue()) {
          <ct-proposal-editor [proposal]="it" [within]="round.value().place" (reload)="proposal.reload()" />
        } @else {
          <ct-waiting [resource]="round" wholePage what="the round" i18n-what />
        }
      } @else {
        <h1 class="govuk-heading-xl" i18n>This proposal cannot be changed</h1>
        <p class="govuk-body ct-text">
          @if (it.mine?.author) {
            <ng-container i18n
              >You have sent it in. Its text stays as it is, unless officers ask you for
              changes.</ng-container
            >
          } @else {
            <ng-container i18n>Only whoever wrote it can change it.</ng-container>
          }
        </p>
        <p class="govuk-body">
          <a class="govuk-link" [routerLink]="['/proposals', it.number]" i18n>Go to its page</a>
        </p>
      }
    } @else {
      <ct-waiting [resource]="proposal" wholePage what="your proposal" i18n-what />
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EditProposalPage {
  private readonly api = inject(ProposalsApi);

  /** Bound from the route. */
  readonly number = input.required<string>();

  protected readonly crumbs = [
    { label: $localize`Home`, link: '/' },
    { label: $localize`Proposals`, link: '/proposals' },
    { label: $localize`Your proposals`, link: '/proposals/mine' },
  ];
  /** Asked for once: should the session end, the page and what was typed on it stay. */
  protected readonly proposal = resource({
    params: () => this.number(),
    loader: ({ params }) => this.api.fetch(params),
  });
  protected readonly round = this.api.round(() =>
    this.proposal.hasValue() ? this.proposal.value().round.slug : undefined,
  );

  protected readonly isEditable = isEditable;
}
