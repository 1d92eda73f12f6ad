import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Breadcrumbs, Button, DayPipe } from '@commonthread/govuk';
import { DecisionLetterText } from '../shell/decision-letter-text.js';
import { Waiting } from '../shell/waiting.js';
import { ProposalsApi } from './proposals-api.js';

/** What the authors of a proposal were written about the decision, to read and to print. */
@Component({
  selector: 'ct-decision-letter-page',
  imports: [Breadcrumbs, Button, DayPipe, DecisionLetterText, RouterLink, Waiting],
  template: `
    <ct-breadcrumbs class="ct-no-print" [crumbs]="crumbs()" />
    @if (letter.hasValue()) {
      @let it = letter.value();
      <article class="ct-text ct-letter-page">
        <p class="govuk-body-s">{{ it.round }}, {{ it.sentAt | ctDay }}</p>
        <h1 class="govuk-heading-l">
          <ng-container i18n>Proposal {{ number() }}: {{ it.title }}</ng-container>
        </h1>
        <p class="govuk-body govuk-!-font-weight-bold">
          @if (it.funded) {
            <ng-container i18n>It is funded</ng-container>
          } @else {
            <ng-container i18n>It is not funded this time</ng-container>
          }
        </p>
        <ct-decision-letter-text [letter]="it" [level]="2" />
        <p class="govuk-body ct-no-print">
          <button ctButton="secondary" type="button" (click)="print()" i18n>Print this letter</button>
        </p>
        <ul class="govuk-list ct-no-print">
          <li>
            <a class="govuk-link" [routerLink]="['/proposals', number()]" i18n>Go to the proposal</a>
          </li>
          <li>
            <a class="govuk-link" [routerLink]="['/decisions', it.decisionNumber]" i18n
              >The whole decision {{ it.decisionNumber }}</a
            >
          </li>
        </ul>
      </article>
    } @else {
      <ct-waiting [resource]="letter" wholePage what="the letter" i18n-what />
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DecisionLetterPage {
  /** Bound from the route. */
  readonly number = input.required<string>();

  protected readonly letter = inject(ProposalsApi).decisionLetter(this.number);
  protected readonly crumbs = computed(() => [
    { label: $localize`Home`, link: '/' },
    { label: $localize`Proposal ${this.number()}:number:`, link: `/proposals/${this.number()}` },
  ]);

  protected print(): void {
    window.print();
  }
}
