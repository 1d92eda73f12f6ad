import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';

export interface Crumb {
  readonly label: string;
  /** On-site path. */
  readonly link: string;
}

/** The way back up, from the home page to the page's parent; the page itself is not in it. */
@Component({
  selector: 'ct-breadcrumbs',
  imports: [RouterLink],
  template: `
    <nav class="govuk-breadcrumbs" aria-label="Breadcrumb" i18n-aria-label>
      <ol class="govuk-breadcrumbs__list">
        @for (crumb of crumbs(); track crumb.link) {
          <li class="govuk-breadcrumbs__list-item">
            <a class="govuk-breadcrumbs__link" [routerLink]="crumb.link">{{ crumb.label }}</a>
          </li>
        }
      </ol>
    </nav>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Breadcrumbs {
  readonly crumbs = input.required<readonly Crumb[]>();
}
