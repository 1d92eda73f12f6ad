import {
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  effect,
  ElementRef,
  inject,
  input,
} from '@angular/core';
import { Title } from '@angular/platform-browser';
import type { FieldError } from './field-error.js';

/**
 * GOV.UK error summary. Takes focus when it appears and whenever the form is refused again; its links move focus to the
 * field. While it is there the page's title begins with "Error:".
 */
@Component({
  selector: 'ct-error-summary',
  template: `
    <div role="alert">
      <h2 class="govuk-error-summary__title" i18n>There is a problem</h2>
      <div class="govuk-error-summary__body">
        <ul class="govuk-list govuk-error-summary__list">
          @for (error of errors(); track $index) {
            <li>
              <a [href]="'#' + error.fieldId" (click)="focusField($event, error.fieldId)">{{
                error.message
              }}</a>
            </li>
          }
        </ul>
      </div>
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'govuk-error-summary', tabindex: '-1' },
})
export class ErrorSummary {
  /** A new list for each refusal, even when it says the same. */
  readonly errors = input.required<readonly FieldError[]>();

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    const title = inject(Title);
    const prefix = $localize`Error:` + ' ';
    const bare = (): string => title.getTitle().replace(prefix, '');
    effect(() => {
      this.errors();
      title.setTitle(prefix + bare());
    });
    afterRenderEffect(() => {
      this.errors();
      host.focus();
    });
    inject(DestroyRef).onDestroy(() => title.setTitle(bare()));
  }

  /** `<base href="/">` would send `#field` to the home page, so the link moves focus itself. */
  protected focusField(event: Event, fieldId: string): void {
    event.preventDefault();
    const field = document.getElementById(fieldId);
    field?.focus({ preventScroll: true });
    field?.closest('.govuk-form-group')?.scrollIntoView?.();
  }
}
