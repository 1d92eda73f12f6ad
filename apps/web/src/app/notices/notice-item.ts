import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { DayPipe, Tag } from '@commonthread/govuk';
import { fateColour, fateName } from '../shell/fate-words.js';
import { becauseSentence } from './because-words.js';
import type { Notice } from './notices-api.js';

/** One change: of what, what it is, why, and why the reader is told. */
@Component({
  selector: 'ct-notice-item',
  imports: [DayPipe, RouterLink, Tag],
  template: `
    @let one = notice();
    <h3 class="govuk-heading-s ct-notice__title">
      @if (one.proposalNumber !== null) {
        <a class="govuk-link" [routerLink]="['/proposals', one.proposalNumber]">{{ one.proposalTitle }}</a>
      } @else if (one.fate === 'decided' && one.decisionNumber) {
        <a class="govuk-link" [routerLink]="['/decisions', one.decisionNumber]">{{ one.roundTitle }}</a>
      } @else {
        <a class="govuk-link" [routerLink]="['/rounds', one.roundSlug]">{{ one.roundTitle }}</a>
      }
    </h3>
    <p class="govuk-body ct-notice__fate">
      <ct-tag [colour]="colour(one.fate)">{{ name(one.fate) }}</ct-tag>
      <span class="ct-soft">{{ one.at | ctDay }}</span>
      @if (!one.read) {
        <strong class="ct-notice__new" i18n>New</strong>
      }
    </p>
    @if (one.reason) {
      <p class="govuk-body">{{ one.reason }}</p>
    }
    @if (one.hasLetter) {
      <p class="govuk-body">
        <a class="govuk-link" [routerLink]="['/proposals', one.proposalNumber, 'decision-letter']" i18n
          >Read the letter to you</a
        >
      </p>
    }
    @if (one.fate === 'merged' && one.mergedInto !== null) {
      <p class="govuk-body" i18n>
        It goes on as
        <a class="govuk-link" [routerLink]="['/proposals', one.mergedInto]">proposal {{ one.mergedInto }}</a
        >.
      </p>
    }
    <p class="govuk-body-s ct-soft">
      {{ because(one.because) }}
      @if (one.proposalNumber !== null) {
        <ng-container i18n
          >Part of
          <a class="govuk-link" [routerLink]="['/rounds', one.roundSlug]">{{
            one.roundTitle
          }}</a>.</ng-container
        >
      }
    </p>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NoticeItem {
  readonly notice = input.required<Notice>();

  protected readonly name = fateName;
  protected readonly colour = fateColour;
  protected readonly because = becauseSentence;
}
