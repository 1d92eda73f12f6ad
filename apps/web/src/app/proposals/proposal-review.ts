import { ChangeDetectionStrategy, Component, inject, input, output, ViewEncapsulation } from '@angular/core';
import { RouterLink } from '@angular/router';
import { DayPipe, Details, TimePipe } from '@commonthread/govuk';
import { lastValue } from '../shell/last-value.js';
import { AppealForm } from './appeal-form.js';
import { ProposalsApi } from './proposals-api.js';

/** What came of a proposal's review, point by point; for its author the letter, and the appeal while there is time. */
@Component({
  selector: 'ct-proposal-review',
  imports: [AppealForm, DayPipe, Details, RouterLink, TimePipe],
  template: `
    @if (review(); as it) {
      @if (it.reasons.length > 0) {
        <p class="govuk-body govuk-!-margin-bottom-1">
          @if (it.verdict === 'changes-asked') {
            <strong i18n>What needs to change:</strong>
          } @else {
            <strong i18n>Why, point by point:</strong>
          }
        </p>
        <dl class="ct-reasons ct-text">
          @for (reason of it.reasons; track reason.criterion) {
            <dt>{{ reason.heading }}</dt>
            <dd class="ct-lines">{{ reason.words }}</dd>
          }
        </dl>
      } @else if (reason()) {
        <p class="govuk-body ct-text"><strong i18n>Reason given:</strong>&ngsp;{{ reason() }}</p>
      }
      @if (it.appeal; as appeal) {
        <p class="govuk-body ct-text">
          <ng-container i18n>Its author appealed on {{ appeal.madeAt | ctTime }}.</ng-container>&ngsp;
          @if (appeal.upheld === null) {
            <ng-container i18n>An officer who had no part in the decision looks at it.</ng-container>
          } @else if (appeal.upheld) {
            <ng-container i18n>The appeal was upheld: {{ appeal.reason }}</ng-container>
          } @else {
            <ng-container i18n>The appeal was refused: {{ appeal.reason }}</ng-container>
          }
        </p>
        @if (appeal.text) {
          <blockquote class="ct-appeal ct-lines ct-text">{{ appeal.text }}</blockquote>
        }
      }
      @if (it.letter) {
        <p class="govuk-body">
          <a class="govuk-link" [routerLink]="['/proposals', number(), 'letter']" i18n
            >Read the letter about it</a
          >
        </p>
      }
      @if (it.mayAppeal) {
        <ct-details summary="Appeal against this" i18n-summary>
          <p class="govuk-body" i18n>
            You can appeal once, until {{ it.appealUntil! | ctDay }}. Somebody who had no part in the decision
            looks at it.
          </p>
          <ct-appeal-form [number]="number()" (appealed)="again()" />
        </ct-details>
      }
    }
  `,
  styleUrl: './proposal-review.scss',
  encapsulation: ViewEncapsulation.None,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProposalReview {
  readonly number = input.required<string>();
  /** From the history, for what was answered without a review. */
  readonly reason = input<string | null>(null);
  readonly changed = output();

  private readonly resource = inject(ProposalsApi).review(this.number);
  protected readonly review = lastValue(this.resource);

  protected again(): void {
    this.resource.reload();
    this.changed.emit();
  }
}
