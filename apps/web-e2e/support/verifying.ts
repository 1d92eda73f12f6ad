import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import type { Browser } from 'playwright-core';

import { address, Visitor } from './browser.js';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../../..');

/** Saves every published file of a vote as anybody can. @returns the folder */
export async function savedExport(slug: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'commonthread-export-'));
  const list = (await (await fetch(`${address}/api/rounds/${slug}/export`)).json()) as {
    file: string;
    address: string;
  }[];
  for (const { file, address: path } of list) {
    writeFileSync(join(folder, file), Buffer.from(await (await fetch(`${address}${path}`)).arrayBuffer()));
  }
  return folder;
}

/** What `ct verify` says of a folder. @throws Error when it refuses */
export async function verifiedByNode(folder: string): Promise<string> {
  execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-b', 'apps/cli'], {
    cwd: root,
  });
  return (await run(process.execPath, [join(root, 'apps/cli/dist/main.js'), 'verify', folder])).stdout;
}

/** What the second verifier, in another language, says. @throws Error when it refuses */
export async function verifiedByPython(folder: string): Promise<string> {
  return (await run('python3', [join(root, 'tools/verify-python/verify.py'), folder])).stdout;
}

/** What a reader's own browser says of the whole vote on the page of its results; the button is pressed by keyboard. */
export async function verifiedByBrowser(browser: Browser, slug: string, width: number): Promise<string> {
  const reader = await Visitor.arrive(browser, { width });
  const { page } = reader;
  await reader.open(`/rounds/${slug}/results`);
  await page.getByRole('button', { name: 'Check this count yourself' }).press('Enter');
  const answer = page.locator('.ct-checked');
  await answer.waitFor({ timeout: 60_000 });
  const words = await answer.innerText();
  await reader.looksRight();
  await reader.leave();
  return words;
}
