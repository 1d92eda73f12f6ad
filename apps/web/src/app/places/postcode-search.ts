import { HttpErrorResponse } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Button, ErrorSummary, type FieldError } from '@commonthread/govuk';
import { TextInput } from '@commonthread/govuk/forms';
import { GetForm } from '../shell/get-form.js';
import { refusalOf } from '../shell/refusal.js';
import { PlacesApi } from './places-api.js';

/** Which ward is mine? Only where postcodes are known. A search that works without JavaScript, because the answer is on the page it leads to. */
@Component({
  selector: 'ct-postcode-search',
  imports: [Button, ErrorSummary, GetForm, RouterLink, TextInput],
  template: `
    @if (example(); as example) {
      @if (errors().length > 0) {
        <ct-error-summary [errors]="errors()" />
      }
      <form method="get" action="/places" ctGetForm>
        <ct-text-input
          fieldId="postcode"
          label="Find your ward by postcode"
          i18n-label
          labelSize="m"
          [hint]="hint(example)"
          [width]="10"
          autocomplete="postal-code"
          [spellcheck]="false"
          [error]="refusal()"
          [(value)]="typed"
        />
        <button ctButton type="submit" i18n>Find your ward</button>
      </form>
    }
    <div aria-live="polite">
      @if (found.hasValue() && found.value(); as answer) {
        <div class="govuk-inset-text">
          <p class="govuk-body-l">
            <ng-container i18n>{{ answer.postcode }} is in</ng-container>&ngsp;<a
              class="govuk-link govuk-!-font-weight-bold"
              [routerLink]="['/places', answer.place.slug]"
              >{{ answer.place.name }}</a
            >
          </p>
          @if (answer.invented) {
            <p class="govuk-body" i18n>
              This postcode is made up for the demo. A real one of these letters may lie elsewhere.
            </p>
          }
          <p class="govuk-body" i18n>
            Open its page to see what is being decided there and what people have asked for.
          </p>
        </div>
      }
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PostcodeSearch {
  /** What was searched for, from the address of the page. */
  readonly postcode = input<string>();

  private readonly api = inject(PlacesApi);
  private readonly known = this.api.knownPostcodes();
  /** A postcode that can be found; without any there is nothing to search in. */
  protected readonly example = computed(() => (this.known.hasValue() ? this.known.value().example : null));
  protected readonly typed = linkedSignal(() => this.postcode() ?? '');
  protected readonly found = this.api.postcode(() => this.postcode()?.trim() ?? '');
  protected readonly refusal = computed(() => {
    const failure = this.found.error();
    if (!failure) return null;
    return refusalOf(failure instanceof HttpErrorResponse ? failure : failure.cause).detail;
  });

  protected readonly errors = computed<readonly FieldError[]>(() => {
    const message = this.refusal();
    return message ? [{ fieldId: 'postcode', message }] : [];
  });

  protected hint(example: string): string {
    return $localize`For example, ${example}:postcode:. We use it for this search only and do not keep it.`;
  }
}
