import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';

export interface SectionLink {
  readonly label: string;
  /** On-site path. */
  readonly link: string;
  /** Whether only this very path marks the link as current, not the paths below it. */
  readonly exact?: boolean;
}

/** The parts of one thing, each a page of its own: works without JavaScript where tabs would not. */
@Component({
  selector: 'ct-section-nav',
  imports: [RouterLink, RouterLinkActive],
  template: `
    <nav class="ct-section-nav" [attr.aria-label]="label()">
      <ul class="ct-section-nav__list">
        @for (section of sections(); track section.link) {
          <li>
            <a
              class="ct-section-nav__link"
              [routerLink]="section.link"
              routerLinkActive="ct-section-nav__link--current"
              ariaCurrentWhenActive="page"
              [routerLinkActiveOptions]="{ exact: section.exact ?? false }"
              >{{ section.label }}</a
            >
          </li>
        }
      </ul>
    </nav>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SectionNav {
  readonly label = input.required<string>();
  readonly sections = input.required<readonly SectionLink[]>();
}
