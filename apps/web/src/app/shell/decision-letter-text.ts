import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { Api } from '@commonthread/api-client';

/** The words of a letter about a decision: as officers preview them and as the authors read them. */
@Component({
  selector: 'ct-decision-letter-text',
  template: `
    @let it = letter();
    <p class="govuk-body">{{ it.opening }}</p>
    @if (it.reason) {
      <p class="govuk-heading-s" role="heading" [attr.aria-level]="level()" i18n>Why</p>
      <p class="govuk-body ct-lines">{{ it.reason }}</p>
    }
    <p class="govuk-heading-s" role="heading" [attr.aria-level]="level()" i18n>What happens now</p>
    <ul class="govuk-list govuk-list--bullet">
      @for (next of it.next; track next) {
        <li class="ct-lines">{{ next }}</li>
      }
    </ul>
    <p class="govuk-body">{{ it.questions }}</p>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DecisionLetterText {
  readonly letter = input.required<Api<'DecisionLetterDto'>>();
  /** Of its headings: one below what stands above the letter. */
  readonly level = input(3);
}
