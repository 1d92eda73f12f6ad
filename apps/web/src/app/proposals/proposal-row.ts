import { ChangeDetectionStrategy, Component, inject, input, LOCALE_ID } from '@angular/core';
import { RouterLink } from '@angular/router';
import { MoneyPipe, Tag } from '@commonthread/govuk';
import { proposalStateColour, proposalStateName } from '../shell/proposal-states.js';
import { commentsTally, supportersTally } from '../shell/tallies.js';
import { categoryName } from './categories.js';
import type { ProposalSummary } from './proposals-api.js';

/** A proposal in a list. */
@Component({
  selector: 'li[ctProposalRow]',
  imports: [MoneyPipe, RouterLink, Tag],
  template: `
    @let it = proposal();
    <h2 class="govuk-heading-s ct-row__title">
      <a
        class="govuk-link"
        [routerLink]="it.state === 'draft' ? ['/proposals', it.number, 'edit'] : ['/proposals', it.number]"
        >{{ it.title }}</a
      >
    </h2>
    <p class="ct-tags govuk-body-s ct-row__line">
      @if (elsewhere()) {
        <ct-tag colour="purple" i18n>Voted on elsewhere</ct-tag>
      } @else {
        <ct-tag [colour]="stateColour(it.state)">{{ stateName(it.state) }}</ct-tag>
      }
      @if (it.invented) {
        <ct-tag colour="magenta" i18n>Invented example</ct-tag>
      }
    </p>
    @if (it.summary) {
      <p class="govuk-body ct-row__line ct-anywhere">{{ it.summary }}</p>
    }
    <p class="govuk-body-s ct-soft ct-row__line">
      {{ facts() }}
      @if (it.costPence !== null) {
        · <ng-container i18n>costs {{ it.costPence | ctMoney: it.currency }}</ng-container>
      } @else if (it.estimatePence !== null) {
        · <ng-container i18n>estimated at {{ it.estimatePence | ctMoney: it.currency }}</ng-container>
      }
      @if (it.supports > 0) {
        · {{ supporters(it.supports) }}
      }
      @if (it.comments > 0) {
        · {{ comments(it.comments) }}
      }
    </p>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProposalRow {
  private readonly locale = inject(LOCALE_ID);

  readonly proposal = input.required<ProposalSummary>();
  /** Left out where the whole list is of one round. */
  readonly withRound = input(true);
  /** Whether its election was held elsewhere: then its place and state here say nothing. */
  readonly elsewhere = input(false);

  protected readonly stateName = proposalStateName;
  protected readonly stateColour = proposalStateColour;
  protected readonly supporters = (n: number): string => supportersTally(n, this.locale);
  protected readonly comments = (n: number): string => commentsTally(n, this.locale);

  protected facts(): string {
    const { number, place, category, round } = this.proposal();
    return [
      $localize`No ${number}:number:`,
      ...(this.elsewhere() ? [] : [place.name]),
      ...(category ? [categoryName(category)] : []),
      ...(this.withRound() ? [round.title] : []),
    ].join(' · ');
  }
}
