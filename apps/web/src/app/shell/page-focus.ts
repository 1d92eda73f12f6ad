import { afterNextRender, DOCUMENT, inject, Injectable, Injector } from '@angular/core';
import { NavigationEnd, Router } from '@angular/router';
import { filter } from 'rxjs';

/**
 * After moving to another page, puts focus on its heading, so readers who hear the page are told where they are. The
 * first page and changes of the query alone (filters, page numbers) leave focus where it is.
 */
@Injectable({ providedIn: 'root' })
export class PageFocus {
  private readonly router = inject(Router);
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);
  private path: string | null = null;

  follow(): void {
    this.router.events
      .pipe(filter((event) => event instanceof NavigationEnd))
      .subscribe(({ urlAfterRedirects }) => {
        const path = urlAfterRedirects.split(/[?#]/)[0] ?? '';
        const moved = this.path !== null && this.path !== path;
        this.path = path;
        if (moved) afterNextRender(() => this.focusHeading(), { injector: this.injector });
      });
  }

  private focusHeading(): void {
    const main = this.document.getElementById('main');
    const heading = main?.querySelector('h1');
    heading?.setAttribute('tabindex', '-1');
    (heading ?? main)?.focus({ preventScroll: true });
  }
}
