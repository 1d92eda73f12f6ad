import type { Locator, Page } from 'playwright-core';

/** Goes on with the tab key until something has the focus. @throws Error when it cannot be reached */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let presses = 0; presses < 150; presses++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('the tab key does not lead there');
}
