import { ChangeDetectionStrategy, Component, inject, input, LOCALE_ID } from '@angular/core';
import { RouterLink } from '@angular/router';
import { supportersTally } from '../shell/tallies.js';
import { likenessWords } from './likeness.js';
import { ProposalsApi } from './proposals-api.js';

/** What else in its round is like a proposal. Nothing at all where nothing is, or where it cannot be asked. */
@Component({
  selector: 'ct-similar-proposals',
  imports: [RouterLink],
  template: `
    @if (found.hasValue() && found.value().length > 0) {
      <section aria-labelledby="similar-heading">
        <h2 class="govuk-heading-l" id="similar-heading" i18n>Similar proposals</h2>
        <ul class="govuk-list govuk-list--spaced">
          @for (one of found.value(); track one.proposal.number) {
            <li>
              <a class="govuk-link ct-anywhere" [routerLink]="['/proposals', one.proposal.number]">{{
                one.proposal.title
              }}</a>
              <span class="ct-soft ct-line"
                >{{ why(one) }} · {{ one.proposal.place.name }} ·
                {{ supporters(one.proposal.supports) }}</span
              >
            </li>
          }
        </ul>
      </section>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SimilarProposals {
  private readonly locale = inject(LOCALE_ID);

  readonly number = input.required<number>();

  protected readonly found = inject(ProposalsApi).similar(this.number);
  protected readonly why = likenessWords;
  protected readonly supporters = (n: number): string => supportersTally(n, this.locale);
}
