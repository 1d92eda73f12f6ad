import { ChangeDetectionStrategy, Component, inject, LOCALE_ID } from '@angular/core';
import { RouterLink } from '@angular/router';
import { suggestionStand, suggestionTitle } from './suggestion-words.js';
import { type Suggestion, TogetherApi } from './together-api.js';

/** Among one's own proposals: what waits for one's consent. Nothing where nothing waits. */
@Component({
  selector: 'ct-waiting-consents',
  imports: [RouterLink],
  template: `
    @if (waiting.hasValue() && waiting.value().length > 0) {
      <section aria-labelledby="consent-heading">
        <h2 class="govuk-heading-l" id="consent-heading" i18n>Waiting for your consent</h2>
        <ul class="govuk-list govuk-list--spaced">
          @for (one of waiting.value(); track one.id) {
            <li>
              <a class="govuk-link" [routerLink]="['/proposals/suggestions', one.id]">{{ title(one) }}</a>
              <span class="ct-line ct-soft">{{ stand(one) }}</span>
            </li>
          }
        </ul>
      </section>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WaitingConsents {
  private readonly locale = inject(LOCALE_ID);

  protected readonly waiting = inject(TogetherApi).waiting();
  protected readonly title = suggestionTitle;
  protected readonly stand = (one: Suggestion): string => suggestionStand(one, this.locale);
}
