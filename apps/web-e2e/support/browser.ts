import { existsSync } from 'node:fs';
import { join } from 'node:path';

import Axe from '@axe-core/playwright';
import { expect } from '@jest/globals';
import chromium from '@sparticuz/chromium';
import { type Browser, type BrowserContext, chromium as playwright, type Page } from 'playwright-core';

import { overlappingTexts } from './overlaps.js';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A real Chromium without any download: from npm on Linux x64, else the one that is installed. */
export async function openBrowser(): Promise<Browser> {
  const own = process.platform === 'linux' && process.arch === 'x64';
  const executablePath = own ? await chromium.executablePath() : INSTALLED.find((path) => existsSync(path));
  if (!executablePath) throw new Error(`no Chromium found: install one of ${INSTALLED.join(', ')}`);
  return playwright.launch({ executablePath, args: QUIET });
}

export const address = process.env['CT_ADDRESS'] ?? '';
/** Where pictures of every step go, wide and narrow, for whoever wants to look at them. */
const PICTURES = process.env['CT_PICTURES'];
let pictures = 0;

/**
 * One visitor with a context of their own. Whatever the browser complains about (a blocked script, a
 * failed request, an uncaught error) is collected and must be empty at the end.
 */
export class Visitor {
  readonly complaints: string[] = [];

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    private readonly javaScript: boolean,
  ) {
    page.on('pageerror', (fault) => this.complaints.push(fault.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !/status of (401|403|404|405|409|422|429)/.test(message.text()))
        this.complaints.push(`${message.text()} (${message.location().url}, on ${page.url()})`);
    });
  }

  static async arrive(
    browser: Browser,
    options: { width?: number; javaScript?: boolean } = {},
  ): Promise<Visitor> {
    const context = await browser.newContext({
      baseURL: address,
      locale: 'en-GB',
      timezoneId: 'Europe/London',
      viewport: { width: options.width ?? 1280, height: 900 },
      javaScriptEnabled: options.javaScript ?? true,
    });
    context.setDefaultTimeout(15_000);
    return new Visitor(context, await context.newPage(), options.javaScript ?? true);
  }

  /** Opens a page and waits until it has its heading. */
  async open(path: string): Promise<void> {
    await this.page.goto(path);
    await this.settled();
  }

  /** Does something that leads to another page and waits until that one is there: its heading, nothing still loading. */
  async goOn(act: () => Promise<void>): Promise<void> {
    const before = this.page.url();
    await this.page.evaluate(() => document.querySelector('h1')?.setAttribute('data-left-behind', ''));
    await act();
    await this.page.waitForURL((url) => url.href !== before);
    await this.settled();
  }

  /** A heading stands and the page says it is at rest, both for a moment: pages come in steps. */
  async settled(): Promise<void> {
    const deadline = Date.now() + 15_000;
    while (!(await this.stands())) {
      if (Date.now() > deadline) throw new Error(`${this.page.url()} has no heading, or never stops loading`);
    }
  }

  private async stands(): Promise<boolean> {
    await this.page.waitForLoadState('load');
    const look = (): Promise<string | undefined> =>
      // A page may send its reader on while it is looked at.
      this.page.evaluate(headingAtRest, this.javaScript).catch(() => undefined);
    const first = await look();
    await this.page.waitForTimeout(50);
    return first !== undefined && first === (await look());
  }

  /** What is on screen now has no accessibility fault and fits the width. Called after every step. */
  async looksRight(): Promise<void> {
    const { violations } = await new Axe({ page: this.page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    const faults = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
    expect({ page: this.page.url(), faults }).toEqual({ page: this.page.url(), faults: [] });
    const size = this.page.viewportSize();
    for (const width of new Set([size?.width ?? 1280, 320])) await this.fits(width);
    if (size) await this.page.setViewportSize(size);
    if (PICTURES) await this.keepPictures(PICTURES);
  }

  /** Nothing has to be scrolled sideways and no text lies on another, at the width of a phone as at a desk. */
  private async fits(width: number): Promise<void> {
    await this.page.setViewportSize({ width, height: 900 });
    const seen = {
      beyond: await this.page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - innerWidth)),
      overlaps: await this.page.evaluate(overlappingTexts),
    };
    const where = `${this.page.url()} at ${width}`;
    expect({ where, ...seen }).toEqual({ where, beyond: 0, overlaps: [] });
  }

  private async keepPictures(folder: string): Promise<void> {
    const size = this.page.viewportSize();
    const name = new URL(this.page.url()).pathname.replaceAll('/', '_');
    for (const width of [1280, 320]) {
      await this.page.setViewportSize({ width, height: 900 });
      const path = join(folder, `${String(++pictures).padStart(3, '0')}${name}-${width}.png`);
      await this.page.screenshot({ path, fullPage: true });
    }
    if (size) await this.page.setViewportSize(size);
  }

  async leave(): Promise<void> {
    await this.context.close();
    expect(this.complaints).toEqual([]);
  }
}

/** Runs in the page. Without JavaScript nothing comes after what the server sent. */
function headingAtRest(javaScript: boolean): string | undefined {
  const heading = document.querySelector('h1:not([data-left-behind])');
  const resting = document.documentElement.hasAttribute('data-at-rest') || !javaScript;
  if (!heading || !resting || document.querySelector('ct-waiting')) return undefined;
  return heading.textContent ?? '';
}
