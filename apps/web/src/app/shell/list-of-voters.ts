import { ChangeDetectionStrategy, Component, computed, inject, input, LOCALE_ID } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Api } from '@commonthread/api-client';
import { formatDay } from '@commonthread/govuk';
import { ContactLine } from './contact-line.js';
import { whoIsOldEnough } from './rule-words.js';
import { UntilPipe } from './until.js';

export type RoundWithList = Pick<
  Api<'RoundSummaryDto'>,
  'slug' | 'state' | 'stateSince' | 'imported' | 'eligibility' | 'rollClosesAt'
>;

/** Whether there is something to say about the list of voters of a round: it can be joined, or is in use. */
export const hasListOfVoters = (round: RoundWithList): boolean =>
  round.rollClosesAt !== null || (round.state === 'voting' && !round.imported);

/**
 * The way onto the list of voters of a round while it is open, with its last day; while people vote, that it is closed, and
 * whom to ask. Says nothing at other times. `short`: on a card.
 */
@Component({
  selector: 'ct-list-of-voters',
  imports: [ContactLine, RouterLink, UntilPipe],
  template: `
    @let it = round();
    @if (it.rollClosesAt; as until) {
      <p [class]="style()">
        <a class="govuk-link" [routerLink]="['/rounds', it.slug, 'vote']" i18n>Join the list of voters</a
        ><ng-container i18n> until {{ until | ctUntil }}, to vote in this round ({{ who() }}).</ng-container>
      </p>
    } @else if (inUse()) {
      <p [class]="style()">{{ closed() }}</p>
      @if (!short()) {
        <p class="govuk-body ct-text">
          <ng-container i18n
            >If you think you should be on it, or want to know where you can vote on paper, ask</ng-container
          >&ngsp;<ct-contact-line />.
        </p>
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ListOfVoters {
  private readonly locale = inject(LOCALE_ID);

  readonly round = input.required<RoundWithList>();
  readonly short = input(false, { transform: (value: boolean | '') => value === '' || value });

  protected readonly style = computed(() => (this.short() ? 'govuk-body-s' : 'govuk-body ct-text'));
  protected readonly who = computed(() => whoIsOldEnough(this.round().eligibility));
  protected readonly closed = computed(() => {
    const { stateSince } = this.round();
    return stateSince
      ? $localize`For ${this.who()}:people: on the list of voters. It closed when voting opened, on ${formatDay(stateSince, this.locale)}:day:.`
      : $localize`For ${this.who()}:people: on the list of voters. It closed when voting opened.`;
  });
  protected readonly inUse = computed(() => hasListOfVoters(this.round()));
}
