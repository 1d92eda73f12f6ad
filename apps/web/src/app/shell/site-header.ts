import { NgTemplateOutlet } from '@angular/common';
import { afterNextRender, ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterLink, RouterLinkActive } from '@angular/router';
import { filter, map } from 'rxjs';
import { Session } from './session/session.js';
import { SITE } from './site.js';
import { UnreadNews } from './unread-news.js';

/** The council's bar: whose site this is, the way to its five parts, and the reader's own account. */
@Component({
  selector: 'ct-site-header',
  imports: [NgTemplateOutlet, RouterLink, RouterLinkActive],
  templateUrl: './site-header.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SiteHeader {
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly news = inject(UnreadNews);

  protected readonly council = inject(SITE).councilName;
  protected readonly me = this.session.me;
  protected readonly unread = this.news.unread;
  protected readonly worksHere = computed(
    () =>
      this.me() !== null &&
      this.session.holds('officer', 'reviewer', 'moderator', 'auditor', 'administrator', 'facilitator'),
  );
  protected readonly menuOpen = signal(false);
  /** Where to come back to after signing in. */
  protected readonly here = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map(({ urlAfterRedirects }) => urlAfterRedirects),
    ),
    { initialValue: '/' },
  );
  protected readonly parts = [
    { label: $localize`Rounds`, link: '/rounds' },
    { label: $localize`Proposals`, link: '/proposals' },
    { label: $localize`Decisions`, link: '/decisions' },
    { label: $localize`Places`, link: '/places' },
    { label: $localize`Indicators`, link: '/indicators' },
  ];

  constructor() {
    afterNextRender(() => void this.session.ready());
    this.router.events.pipe(filter((event) => event instanceof NavigationEnd)).subscribe(() => {
      this.menuOpen.set(false);
      this.news.keepFresh();
    });
  }

  protected async signOut(): Promise<void> {
    await this.session.signOut();
    await this.router.navigateByUrl('/');
  }
}
