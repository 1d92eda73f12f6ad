import { ChangeDetectionStrategy, Component, computed, inject, input, LOCALE_ID } from '@angular/core';
import { RouterLink } from '@angular/router';
import { InsetText } from '@commonthread/govuk';
import { lastValue } from '../shell/last-value.js';
import { suggestionStand, suggestionTitle } from './suggestion-words.js';
import { TogetherApi } from './together-api.js';

/** On a proposal's page: that it may be joined or split, was joined with others, or came of a split. */
@Component({
  selector: 'ct-joining-notes',
  imports: [InsetText, RouterLink],
  template: `
    @for (one of open(); track one.id) {
      <ct-inset-text class="ct-text">
        <p class="govuk-body govuk-!-font-weight-bold">{{ title(one) }}</p>
        <p class="govuk-body">{{ stand(one) }}</p>
        <a class="govuk-link" [routerLink]="['/proposals/suggestions', one.id]">
          @if (one.mine?.asked && one.mine.agrees === null) {
            <ng-container i18n>Read both texts and answer</ng-container>
          } @else {
            <ng-container i18n>Read what is suggested</ng-container>
          }
        </a>
      </ct-inset-text>
    }
    @if (brought().length > 0) {
      <p class="govuk-body ct-text">
        <ng-container i18n>Joined into this one:</ng-container>
        @for (one of brought(); track one.id) {
          <a class="govuk-link ct-line" [routerLink]="['/proposals', one.proposal.number]"
            >{{ one.proposal.number }}. {{ one.proposal.title }}</a
          >
        }
      </p>
    }
    @for (one of splits(); track one.id) {
      <p class="govuk-body ct-text">
        @if (one.proposal.number === number()) {
          <ng-container i18n>Parts of it went into proposals of their own:</ng-container>
          @for (part of one.partNumbers; track part) {
            <a class="govuk-link" [routerLink]="['/proposals', part]" i18n>proposal {{ part }}</a
            >&ngsp;
          }
        } @else {
          <ng-container i18n>It was part of</ng-container>&ngsp;<a
            class="govuk-link"
            [routerLink]="['/proposals', one.proposal.number]"
            i18n
            >proposal {{ one.proposal.number }}</a
          >.
        }
      </p>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class JoiningNotes {
  private readonly locale = inject(LOCALE_ID);

  readonly number = input.required<number>();

  private readonly known = lastValue(inject(TogetherApi).suggestionsOf(this.number));
  protected readonly open = computed(() => (this.known() ?? []).filter(({ state }) => state === 'open'));
  protected readonly brought = computed(() =>
    (this.known() ?? []).filter(
      ({ kind, state, into }) => kind === 'merge' && state === 'done' && into?.number === this.number(),
    ),
  );
  protected readonly splits = computed(() =>
    (this.known() ?? []).filter(({ kind, state }) => kind === 'split' && state === 'done'),
  );
  protected readonly title = suggestionTitle;
  protected readonly stand = (one: Parameters<typeof suggestionStand>[0]): string =>
    suggestionStand(one, this.locale);
}
