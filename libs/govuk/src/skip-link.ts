import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** First thing on the page: past the header, to the main content. */
@Component({
  selector: 'ct-skip-link',
  template: `<a class="govuk-skip-link" [href]="'#' + target()" (click)="skip($event)" i18n
    >Skip to main content</a
  >`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SkipLink {
  /** Id of the element to go to, which takes focus (`tabindex="-1"`). */
  readonly target = input('main');

  /** `<base href="/">` would send `#main` to the home page. */
  protected skip(event: Event): void {
    const target = document.getElementById(this.target());
    if (!target) return;
    event.preventDefault();
    target.focus();
    target.scrollIntoView?.();
  }
}
