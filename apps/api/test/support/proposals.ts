import { accepted } from './reviews.js';
import type { TestApp } from './test-app.js';

/** Fields that make a proposal complete. */
export const completeText = {
  summary: 'A new bench beside the pond, where people meet.',
  body: 'There is nowhere to sit between the gate and the pond.',
  category: 'Green spaces',
  estimatePence: 50_000,
};

/** Starts, writes and submits a proposal as a resident would. @returns its number */
export async function submitted(
  api: TestApp,
  authorToken: string,
  roundSlug: string,
  title = 'A bench by the pond',
  change: object = {},
): Promise<number> {
  const started = await api.send('POST', '/proposals', { roundSlug, title }, authorToken);
  if (started.statusCode !== 201) throw new Error(started.body);
  const { number, version } = started.json<{ number: number; version: number }>();
  const text = { version, ...completeText, ...change };
  await api.send('PATCH', `/proposals/${number}`, text, authorToken);
  const done = await api.send('POST', `/proposals/${number}/submit`, undefined, authorToken);
  if (done.statusCode !== 200) throw new Error(done.body);
  return number;
}

/** Takes a submitted proposal through its review to the ballot's door. */
export async function accept(
  api: TestApp,
  officerToken: string,
  number: number,
  costPence = 60_000,
): Promise<void> {
  await accepted(api, officerToken, number, costPence);
}
