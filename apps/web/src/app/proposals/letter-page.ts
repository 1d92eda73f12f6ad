import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Breadcrumbs, Button, DayPipe } from '@commonthread/govuk';
import { LetterText } from '../shell/letter-text.js';
import { Waiting } from '../shell/waiting.js';
import { ProposalsApi } from './proposals-api.js';

/** The letter about a proposal as it was sent, to read and to print. */
@Component({
  selector: 'ct-letter-page',
  imports: [Breadcrumbs, Button, DayPipe, LetterText, RouterLink, Waiting],
  template: `
    <ct-breadcrumbs class="ct-no-print" [crumbs]="crumbs()" />
    @if (letter.hasValue()) {
      @let it = letter.value();
      <article class="ct-text ct-letter-page">
        <p class="govuk-body-s">{{ it.place }}, {{ it.sentAt | ctDay }}</p>
        <h1 class="govuk-heading-l">
          <ng-container i18n>Proposal {{ number() }}: {{ it.title }}</ng-container>
        </h1>
        <p class="govuk-body govuk-!-font-weight-bold">
          @switch (it.verdict) {
            @case ('accepted') {
              <ng-container i18n>Accepted for the ballot of {{ it.round }}</ng-container>
            }
            @case ('changes-asked') {
              <ng-container i18n>Changes are asked for</ng-container>
            }
            @default {
              <ng-container i18n>Not taken forward in {{ it.round }}</ng-container>
            }
          }
        </p>
        <ct-letter-text [letter]="it" [level]="2" [asksForChanges]="it.verdict === 'changes-asked'">
          @if (it.appealUntil) {
            <li i18n>
              You can appeal once, until {{ it.appealUntil | ctDay }}, on the page of your proposal. Somebody
              who had no part in this decision looks at it.
            </li>
          } @else if (it.verdict === 'not-taken-forward') {
            <li i18n>
              There has been an appeal already. If you think that you were treated unfairly, you can use the
              council’s complaints procedure.
            </li>
          }
        </ct-letter-text>
        <p class="govuk-body ct-no-print">
          <button ctButton="secondary" type="button" (click)="print()" i18n>Print this letter</button>
        </p>
        <p class="govuk-body ct-no-print">
          <a class="govuk-link" [routerLink]="['/proposals', number()]" i18n>Go to the proposal</a>
        </p>
      </article>
    } @else {
      <ct-waiting [resource]="letter" wholePage what="the letter" i18n-what />
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LetterPage {
  /** Bound from the route. */
  readonly number = input.required<string>();

  protected readonly letter = inject(ProposalsApi).letter(this.number);
  protected readonly crumbs = computed(() => [
    { label: $localize`Home`, link: '/' },
    { label: $localize`Proposal ${this.number()}:number:`, link: `/proposals/${this.number()}` },
  ]);

  protected print(): void {
    window.print();
  }
}
