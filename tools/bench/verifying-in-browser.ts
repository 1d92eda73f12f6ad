import { once } from 'node:events';
import { createReadStream, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import { build, outputs, root } from '../build/project.ts';

const PAGE = join(import.meta.dirname, 'verifying-page.html');
const SCRIPTS = join(root, 'apps/web/dist/browser');

export interface VerifiedInBrowser {
  readonly ok: boolean;
  readonly ms: number;
  /** The longest time between two pictures of the page. */
  readonly longestGapMs: number;
}

/** The worker that the page of a round's results starts, on an empty page of a real browser. */
export async function verifyInBrowser(folder: string): Promise<VerifiedInBrowser> {
  await build(outputs.web, console.log);
  const { default: chromium } = await import('@sparticuz/chromium');
  const { chromium: playwright } = await import('playwright-core');
  const server = createServer(({ url = '/' }, answer) => {
    const type = url === '/' ? 'text/html' : url.endsWith('.js') ? 'text/javascript' : 'application/json';
    answer.setHeader('content-type', type);
    const [, area, file] = url.split('/');
    const path = url === '/' ? PAGE : area === 'files' ? join(folder, file!) : join(SCRIPTS, area!);
    createReadStream(path).pipe(answer);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const order = JSON.stringify({ worker: `/${workerScript()}`, files: readdirSync(folder) });
    return await page.evaluate<VerifiedInBrowser>(`verify(${order})`);
  } finally {
    await browser.close();
    server.close();
  }
}

/** The build names scripts by their content; this one is known by what it tells. */
function workerScript(): string {
  const found = readdirSync(SCRIPTS).find(
    (name) => /^worker-.*\.js$/.test(name) && readFileSync(join(SCRIPTS, name), 'utf8').includes('verifying'),
  );
  if (found === undefined) throw new Error('the build has no worker that verifies');
  return found;
}
