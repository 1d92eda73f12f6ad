import { ChangeDetectionStrategy, Component, input, ViewEncapsulation } from '@angular/core';
import type { Api } from '@commonthread/api-client';

/** The words of a letter about a proposal: as an officer previews them and as its author reads them. */
@Component({
  selector: 'ct-letter-text',
  template: `
    @let it = letter();
    <p class="govuk-body">{{ it.opening }}</p>
    @if (it.reasons.length > 0) {
      <p class="govuk-heading-s" role="heading" [attr.aria-level]="level()">
        @if (asksForChanges()) {
          <ng-container i18n>What needs to change</ng-container>
        } @else {
          <ng-container i18n>Why</ng-container>
        }
      </p>
      <dl class="ct-letter__reasons">
        @for (reason of it.reasons; track reason.criterion) {
          <dt class="govuk-body govuk-!-font-weight-bold">{{ reason.heading }}</dt>
          <dd class="govuk-body">{{ reason.words }}</dd>
        }
      </dl>
    }
    @if (it.good.length > 0) {
      <p class="govuk-heading-s" role="heading" [attr.aria-level]="level()" i18n>What was good</p>
      <ul class="govuk-list govuk-list--bullet">
        @for (good of it.good; track good) {
          <li>{{ good }}</li>
        }
      </ul>
    }
    @if (it.next.length > 0) {
      <p class="govuk-heading-s" role="heading" [attr.aria-level]="level()" i18n>What you can do</p>
      <ul class="govuk-list govuk-list--bullet">
        @for (next of it.next; track next) {
          <li>{{ next }}</li>
        }
        <ng-content />
      </ul>
    }
  `,
  styleUrl: './letter-text.scss',
  encapsulation: ViewEncapsulation.None,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LetterText {
  readonly letter = input.required<Api<'LetterTextDto'>>();
  readonly asksForChanges = input(false);
  /** Of its headings: one below what stands above the letter. */
  readonly level = input(3);
}
