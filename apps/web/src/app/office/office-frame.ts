import { ChangeDetectionStrategy, Component, computed, inject, ViewEncapsulation } from '@angular/core';
import { RouterLink, RouterOutlet } from '@angular/router';
import { NotificationBanner, SectionNav } from '@commonthread/govuk';
import { Session } from '../shell/session/session.js';
import { officeMenu } from './office-menu.js';

/** The parts of the office above each of its pages, and what stands in the way of using them. */
@Component({
  selector: 'ct-office-frame',
  imports: [NotificationBanner, RouterLink, RouterOutlet, SectionNav],
  template: `
    <ct-section-nav label="Office" i18n-label [sections]="sections()" />
    @if (me()?.secondFactor === 'needed') {
      <ct-notification-banner>
        <p class="govuk-notification-banner__heading" i18n>
          Your role cannot be used before you
          <a class="govuk-notification-banner__link" routerLink="/account">set up a second factor</a>.
        </p>
      </ct-notification-banner>
    }
    <router-outlet />
  `,
  styleUrl: './office-pages.scss',
  encapsulation: ViewEncapsulation.None,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OfficeFrame {
  private readonly session = inject(Session);

  protected readonly me = this.session.me;
  protected readonly sections = computed(() => officeMenu((...roles) => this.session.holds(...roles)));
}
