import autocannon from 'autocannon';

import type { Figure } from './measure.ts';

const SECONDS = 10;
const PER_SECOND = 50;

interface Load {
  readonly p95: number;
  readonly failed: number;
}

/** Asks for one address 50 times a second, after two seconds that do not count: a server just started is not what readers meet. */
async function load(
  url: string,
  headers: Record<string, string> = {},
  { perSecond = PER_SECOND, atOnce = 10 } = {},
): Promise<Load> {
  const often = { url, headers, connections: atOnce, overallRate: perSecond };
  await autocannon({ ...often, duration: 2 });
  const result = await autocannon({ ...often, duration: SECONDS });
  return {
    p95: (result.latency as unknown as { p97_5: number }).p97_5,
    failed: result.non2xx + result.errors,
  };
}

/** What a reader waits for: a list out of 1,000 proposals, a page rendered on the server. */
export async function benchHttp(address: string, roundSlug: string): Promise<Figure[]> {
  const bare = await load(`${address}/api/health/live`);
  const against = (found: Load): string =>
    `${(found.p95 / Math.max(bare.p95, 0.5)).toFixed(1)} x an empty answer`;
  const figures: Figure[] = [];
  for (const [what, path, target] of [
    ['API: page of 20 from 1,000 proposals, 50 requests/s', `/api/proposals?round=${roundSlug}`, 50],
    ['API: the same with a word searched', `/api/proposals?round=${roundSlug}&q=garden`, 50],
    [
      'API: what is similar to a text being written, among 1,000',
      `/api/proposals/similar?round=${roundSlug}&title=A+community+garden&summary=Raised+beds+for+the+school`,
      50,
    ],
    ['Page rendered on the server: a round, 50 requests/s', `/rounds/${roundSlug}`, 150],
    ['Page rendered on the server: home, 50 requests/s', '/', 150],
  ] as const) {
    const found = await load(address + path);
    const failed = found.failed > 0 ? `, ${found.failed} failed` : '';
    figures.push({
      what,
      measured: `p97.5 ${found.p95} ms${failed}`,
      target: `p95 < ${target} ms`,
      ratio: against(found),
    });
  }
  return figures;
}

/** What an officer waits for in the morning: the list of reviews over 5,000 proposals, ten officers at work. */
export async function benchQueue(
  address: string,
  headers: Record<string, string>,
  roundSlug: string,
): Promise<Figure[]> {
  const bare = await load(`${address}/api/health/live`);
  const figures: Figure[] = [];
  for (const [what, query, atOnce] of [
    ['Office: reviews of 5,000 proposals, due first, 10 requests/s, one after another', 'tab=all', 1],
    [
      'Office: the overdue of one round, with a word searched, likewise',
      `tab=overdue&round=${roundSlug}&q=garden`,
      1,
    ],
    ['Office: reviews of 5,000 proposals, ten officers in the same moment, every second', 'tab=all', 10],
  ] as const) {
    const found = await load(`${address}/api/reviews?${query}`, headers, { perSecond: 10, atOnce });
    const failed = found.failed > 0 ? `, ${found.failed} failed` : '';
    figures.push({
      what,
      measured: `p97.5 ${found.p95} ms${failed}`,
      target: atOnce === 1 ? 'p95 < 100 ms' : 'reported',
      ratio: `${(found.p95 / Math.max(bare.p95, 0.5)).toFixed(1)} x an empty answer`,
    });
  }
  return figures;
}
