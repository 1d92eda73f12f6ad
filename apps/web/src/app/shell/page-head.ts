import { inject, Injectable } from '@angular/core';
import { Meta, Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';
import { SITE } from './site.js';

/**
 * The title and description of the page. Routes give theirs as `title` and `data.description`; a page that learns its
 * own later (the name of a round) calls `name()` in an effect.
 */
@Injectable({ providedIn: 'root' })
export class PageHead extends TitleStrategy {
  private readonly title = inject(Title);
  private readonly meta = inject(Meta);
  private readonly site = inject(SITE);

  private path: string | null = null;

  override updateTitle(state: RouterStateSnapshot): void {
    // A filter or a page number is no new page: it keeps the name the page gave itself.
    const path = state.url.split(/[?#]/)[0] ?? '';
    if (path === this.path) return;
    this.path = path;
    let route = state.root;
    while (route.firstChild) route = route.firstChild;
    const description: unknown = route.data['description'];
    this.name(this.buildTitle(state) ?? null, typeof description === 'string' ? description : null);
  }

  /** @param title what the page is about; null on the home page */
  name(title: string | null, description: string | null = null): void {
    const site = $localize`Common Thread, ${this.site.councilName}:council:`;
    this.title.setTitle(title ? `${title} – ${site}` : site);
    const content =
      description ??
      $localize`Neighbourhoods decide how money is spent, and everybody can follow what became of it, in ${this.site.councilName}:council:.`;
    this.meta.updateTag({ name: 'description', content });
  }
}
