import type { BrowserContext, Page } from 'playwright-core';

/** What a page did that only a foreign script, or an attempt at one, does. */
export class ScriptWatch {
  readonly seen: string[] = [];

  /** Before the first page of a context is opened. */
  async over(context: BrowserContext): Promise<void> {
    await context.exposeBinding('__violated', ({ page }, what: string) => {
      this.seen.push(`${what} on ${page.url()}`);
    });
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        const { violatedDirective, blockedURI, sample } = event;
        const tell = (globalThis as unknown as { __violated(what: string): void }).__violated;
        tell(`violation of ${violatedDirective} by ${blockedURI} ${sample}`);
      });
    });
    context.on('page', (page) => this.overPage(page));
  }

  private overPage(page: Page): void {
    page.on('dialog', (dialog) => {
      this.seen.push(`dialog on ${page.url()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      if (/evil\.example/.test(request.url())) this.seen.push(`request to ${request.url()} on ${page.url()}`);
    });
  }

  /** Asked of a page that stands: whether a payload has run. */
  async look(page: Page): Promise<void> {
    const ran = await page.evaluate(() => (globalThis as { __pwned?: unknown }).__pwned);
    if (ran !== undefined) this.seen.push(`payload ${String(ran)} ran on ${page.url()}`);
  }
}

/** What a reader can come across on a page: its text, also folded away, and the values and names of its elements. */
export function wordsOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const parts: string[] = [document.title];
    for (const element of document.body.querySelectorAll('*')) {
      if (element.matches('script, style')) continue;
      for (const child of element.childNodes)
        if (child.nodeType === Node.TEXT_NODE) parts.push(child.nodeValue ?? '');
      for (const name of ['alt', 'title', 'aria-label']) parts.push(element.getAttribute(name) ?? '');
      if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)
        parts.push(element.value);
    }
    return parts.join(' ');
  });
}
