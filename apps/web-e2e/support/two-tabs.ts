import type { Page, Route } from 'playwright-core';

import type { Visitor } from './browser.js';

/** Another tab of the same browser, at the same address. */
export async function secondTab(visitor: Visitor, path: string): Promise<Page> {
  const page = await visitor.context.newPage();
  await page.goto(path);
  await page.locator('h1').waitFor();
  return page;
}

/** Stops a request of any tab before it leaves, or its answer before it comes: the moment to kill the tab. */
export class HoldUp {
  private tell: () => void = () => {};
  private readonly met = new Promise<void>((resolve) => (this.tell = resolve));

  private constructor(
    private readonly visitor: Visitor,
    private readonly path: string,
    private readonly when: 'before' | 'after',
  ) {}

  static async at(visitor: Visitor, path: string, when: 'before' | 'after'): Promise<HoldUp> {
    const held = new HoldUp(visitor, path, when);
    await visitor.context.route(path, held.hold);
    return held;
  }

  reached(): Promise<void> {
    return this.met;
  }

  end(): Promise<void> {
    return this.visitor.context.unroute(this.path, this.hold);
  }

  private readonly hold = async (route: Route): Promise<void> => {
    if (this.when === 'after') await route.fetch();
    this.tell();
    await new Promise<void>(() => {});
  };
}

/** In the page: as a browser that translates, words of its own in wrappers stand where every text stood. */
export function translatePage(): void {
  const walker = document.createTreeWalker(document.querySelector('main')!, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts) {
    if (!text.data.trim() || text.parentElement?.tagName === 'FONT') continue;
    const [outer, inner] = [document.createElement('font'), document.createElement('font')];
    outer.append(inner);
    inner.textContent = text.data;
    text.parentNode!.insertBefore(outer, text);
    text.remove();
  }
}
