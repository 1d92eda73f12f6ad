import { ChangeDetectionStrategy, Component, effect, inject, input, type Resource } from '@angular/core';
import { HttpErrorResponse } from '@angular/common/http';
import { RouterLink } from '@angular/router';
import { Button } from '@commonthread/govuk';
import { PageStatus } from './page-status.js';

/** There is no such thing, or what stands in the address can name none. */
const NO_SUCH_ADDRESS = new Set([400, 404, 422]);

/**
 * Stands where something fetched will be: says that it is coming, or that it does not exist, or that it could not be
 * fetched, and what to do. With `wholePage` the page's HTTP status follows.
 *
 * `@if (round.hasValue()) { ... } @else { <ct-waiting [resource]="round" wholePage what="the round" /> }`
 */
@Component({
  selector: 'ct-waiting',
  imports: [Button, RouterLink],
  template: `
    @if (resource().error(); as failure) {
      @if (isMissing(failure)) {
        @if (wholePage()) {
          <h1 class="govuk-heading-l" i18n>Page not found</h1>
        }
        <p class="govuk-body" i18n>
          There is nothing at this address, or it is not public yet. Check the address, or
          <a class="govuk-link" routerLink="/">start from the home page</a>.
        </p>
      } @else {
        @if (wholePage()) {
          <h1 class="govuk-heading-l" i18n>Sorry, this page could not be shown</h1>
        }
        <p class="govuk-body" role="status" i18n>We could not fetch {{ what() }}. Nothing you did is lost.</p>
        <button ctButton="secondary" type="button" (click)="again()" i18n>Try again</button>
      }
    } @else {
      <p class="govuk-body ct-waiting__line" role="status" i18n>Fetching {{ what() }}…</p>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Waiting {
  readonly resource = input.required<Resource<unknown>>();
  /** What is being fetched, as the end of a sentence: "the rounds". */
  readonly what = input.required<string>();
  readonly wholePage = input(false, { transform: (value: boolean | '') => value === '' || value });

  constructor() {
    const status = inject(PageStatus);
    effect(() => {
      const failure = this.resource().error();
      if (failure && this.wholePage()) status.set(this.isMissing(failure) ? 404 : 503);
    });
  }

  protected isMissing(failure: Error): boolean {
    const cause: unknown = failure instanceof HttpErrorResponse ? failure : failure.cause;
    return cause instanceof HttpErrorResponse && NO_SUCH_ADDRESS.has(cause.status);
  }

  protected again(): void {
    const resource = this.resource();
    if ('reload' in resource && typeof resource.reload === 'function') resource.reload();
  }
}
