import { expect } from '@jest/globals';

import type { Visitor } from './browser.js';

const A_MINUTE_MS = 60_000;

/** Somebody who is signed in looks at their news until these words about a project stand there; they stand there once. */
export async function hearsWithinAMinute(
  visitor: Visitor,
  project: string,
  words: string,
  since: number,
): Promise<void> {
  const { page } = visitor;
  const told = page.getByRole('listitem').filter({ hasText: project }).filter({ hasText: words });
  for (;;) {
    await visitor.open('/account/news');
    if ((await told.count()) > 0) break;
    if (Date.now() - since > A_MINUTE_MS) throw new Error(`a minute has passed without news of ${project}`);
    await page.waitForTimeout(1_000);
  }
  expect(await told.count()).toBe(1);
  await visitor.looksRight();
}
