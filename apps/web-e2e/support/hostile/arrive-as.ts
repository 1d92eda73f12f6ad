import type { Browser } from 'playwright-core';

import { Visitor } from '../browser.js';
import { ThroughApi } from '../through-api.js';
import { ScriptWatch } from './script-watch.js';

const PASSWORD = 'demo-commonthread';

export interface Watched {
  readonly visitor: Visitor;
  readonly watch: ScriptWatch;
  readonly api: ThroughApi;
}

/** A watched browser in which somebody is signed in, and their hand on the API: one code for both. */
export async function arriveAs(browser: Browser, email: string): Promise<Watched> {
  const visitor = await Visitor.arrive(browser);
  const watch = new ScriptWatch();
  await watch.over(visitor.context);
  // The page of the context was there before the watch.
  await visitor.page.close();
  const page = await visitor.context.newPage();
  await page.goto('/accessibility');
  const token = await page.evaluate(
    async ({ email: who, password }) => {
      const codes = (await (await fetch('/api/mailbox/codes')).json()) as { email: string; code: string }[];
      for (let tries = 0; tries < 40; tries++) {
        const code = codes.find((one) => one.email === who)?.code;
        const answer = await fetch('/api/identity/sign-in', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ email: who, password, ...(code && { code }) }),
        });
        if (answer.ok) {
          localStorage.setItem('ct.signed-in', '1');
          return ((await answer.json()) as { accessToken: string }).accessToken;
        }
        // A code is good once: the next one comes within half a minute.
        await new Promise((go) => setTimeout(go, 1000));
        codes.splice(0, codes.length, ...(await (await fetch('/api/mailbox/codes')).json()));
      }
      throw new Error(`${who} cannot sign in`);
    },
    { email, password: PASSWORD },
  );
  await page.close();
  return { visitor, watch, api: ThroughApi.withToken(token) };
}
