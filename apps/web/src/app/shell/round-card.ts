import { ChangeDetectionStrategy, Component, inject, input, LOCALE_ID } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Api } from '@commonthread/api-client';
import { MoneyPipe, Tag } from '@commonthread/govuk';
import { ListOfVoters } from './list-of-voters.js';
import { heldElsewhere } from './held-elsewhere.js';
import { roundStateColour, roundStateName } from './round-states.js';
import { proposalsTally, votersTally } from './tallies.js';
import { UntilPipe } from './until.js';

/** A round in short, as an item of a `ul.ct-cards`. Its heading is of level 3. */
@Component({
  selector: 'li[ctRoundCard]',
  imports: [ListOfVoters, MoneyPipe, RouterLink, Tag, UntilPipe],
  template: `
    <p class="ct-tags">
      @if (round().invented) {
        <ct-tag colour="magenta" i18n>Invented example</ct-tag>
      }
      @if (elsewhere(round())) {
        <ct-tag colour="purple" i18n>Voted on elsewhere</ct-tag>
      } @else {
        <ct-tag [colour]="stateColour(round().state)">{{ stateName(round().state) }}</ct-tag>
      }
    </p>
    <h3 class="govuk-heading-s">
      <a class="govuk-link" [routerLink]="['/rounds', round().slug]">{{ round().title }}</a>
    </h3>
    <p class="govuk-body-s">{{ round().summary }}</p>
    <p class="govuk-body-s ct-card__foot">
      @if (elsewhere(round())) {
        {{ round().budgetPence | ctMoney: round().currency }}
      } @else {
        <ng-container i18n
          >{{ round().budgetPence | ctMoney: round().currency }} for {{ round().place.name }}</ng-container
        >
      }
      @if (round().projects > 0) {
        <br />{{ proposals(round().projects) }}
      }
      @if (round().ballots !== null) {
        <br />{{ voters(round().ballots!) }}
      }
      @if (round().nextChangeAt; as next) {
        <br /><ng-container i18n>This step lasts until {{ next | ctUntil }}</ng-container>
      }
    </p>
    <ct-list-of-voters [round]="round()" short />
    @if (round().state === 'voting' && !elsewhere(round()) && !round().imported) {
      <p class="govuk-body-s">
        <a class="govuk-link govuk-!-font-weight-bold" [routerLink]="['/rounds', round().slug, 'vote']" i18n
          >Vote<span class="govuk-visually-hidden"> in {{ round().title }}</span></a
        >
      </p>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ct-card' },
})
export class RoundCard {
  private readonly locale = inject(LOCALE_ID);

  readonly round = input.required<Api<'RoundSummaryDto'>>();

  protected readonly elsewhere = heldElsewhere;
  protected readonly stateName = roundStateName;
  protected readonly stateColour = roundStateColour;
  protected readonly proposals = (n: number): string => proposalsTally(n, this.locale);
  protected readonly voters = (n: number): string => votersTally(n, this.locale);
}
