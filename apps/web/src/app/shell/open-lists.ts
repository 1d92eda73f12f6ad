import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Api } from '@commonthread/api-client';
import { hasListOfVoters, ListOfVoters } from './list-of-voters.js';

/** Every round one can vote in now or later, with the way onto its list of voters. Nothing when there is none. */
@Component({
  selector: 'ct-open-lists',
  imports: [ListOfVoters, RouterLink],
  template: `
    @if (lists().length > 0) {
      <h2 class="govuk-heading-m" i18n>Where you can vote</h2>
      <p class="govuk-body ct-text" i18n>
        An account alone is not enough: each round has a list of voters, which closes when its voting opens.
      </p>
      @for (round of lists(); track round.id) {
        <h3 class="govuk-heading-s">
          <a class="govuk-link" [routerLink]="['/rounds', round.slug]">{{ round.title }}</a>
        </h3>
        <ct-list-of-voters [round]="round" short />
        @if (round.state === 'voting') {
          <p class="govuk-body-s">
            <a class="govuk-link" [routerLink]="['/rounds', round.slug, 'vote']" i18n
              >Vote, or see whether you are on the list</a
            >
          </p>
        }
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OpenLists {
  private readonly rounds = httpResource<Api<'RoundSummaryDto'>[]>(() => '/api/rounds');
  protected readonly lists = computed(() =>
    (this.rounds.hasValue() ? this.rounds.value() : []).filter(hasListOfVoters),
  );
}
