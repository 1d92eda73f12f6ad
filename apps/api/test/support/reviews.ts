import type { TestApp } from './test-app.js';

export const ALL_CRITERIA = [
  'legal-power',
  'land',
  'cost',
  'running-cost',
  'equality',
  'safety',
  'deliverability',
] as const;
export type TestCriterion = (typeof ALL_CRITERIA)[number];

export interface TestAnswer {
  readonly criterion: TestCriterion;
  readonly answer: string | null;
  readonly reasonCode: string | null;
  readonly words: string;
  readonly finished: boolean;
}

export const met = (criterion: TestCriterion): TestAnswer => ({
  criterion,
  answer: 'met',
  reasonCode: null,
  words: '',
  finished: true,
});

export const notMet = (criterion: TestCriterion, words = 'The land is a working farm.'): TestAnswer => ({
  criterion,
  answer: 'not-met',
  reasonCode: 'not-council-land',
  words,
  finished: true,
});

export const ifChanged = (criterion: TestCriterion, words = 'Move it to the north gate.'): TestAnswer => ({
  criterion,
  answer: 'met-if-changed',
  reasonCode: null,
  words,
  finished: true,
});

/** Takes a submitted proposal into review and answers everything as an officer; `answers` in place of a plain yes. */
export async function answered(
  api: TestApp,
  officerToken: string,
  number: number,
  answers: readonly TestAnswer[] = [],
): Promise<void> {
  await must(api, 'POST', '/reviews/assign', { numbers: [number] }, officerToken);
  const all = ALL_CRITERIA.map(
    (criterion) => answers.find((one) => one.criterion === criterion) ?? met(criterion),
  );
  await must(api, 'PUT', `/reviews/${number}/answers`, { answers: all }, officerToken);
}

/** A review that ends with a yes. */
export async function accepted(
  api: TestApp,
  officerToken: string,
  number: number,
  costPence: number,
): Promise<void> {
  await answered(api, officerToken, number);
  await must(api, 'PUT', `/reviews/${number}/costs`, costs(costPence), officerToken);
  await must(api, 'POST', `/reviews/${number}/verdict`, { verdict: 'accepted' }, officerToken);
}

/** A review that ends with a no, signed by two. */
export async function refused(
  api: TestApp,
  officerToken: string,
  secondToken: string,
  number: number,
): Promise<void> {
  await answered(api, officerToken, number, [notMet('land')]);
  await must(api, 'POST', `/reviews/${number}/verdict`, { verdict: 'not-taken-forward' }, officerToken);
  await must(api, 'POST', `/reviews/${number}/sign`, undefined, secondToken);
}

/** A refused proposal's author appeals, and a third officer sends it back into review. */
export async function appealedAndWon(
  api: TestApp,
  authorToken: string,
  thirdToken: string,
  number: number,
): Promise<void> {
  const text = 'The owner has told us in writing that he would let the land.';
  await must(api, 'POST', `/proposals/${number}/appeal`, { text, textPublic: false }, authorToken);
  const reason = 'The owner has agreed in writing.';
  await must(api, 'POST', `/reviews/${number}/appeal`, { upheld: true, reason }, thirdToken);
}

export const costs = (costPence: number | null, change: object = {}): object => ({
  costLowPence: null,
  costPence,
  costHighPence: null,
  runningCostPence: null,
  runningYears: null,
  ...change,
});

async function must(
  api: TestApp,
  method: 'POST' | 'PUT',
  path: string,
  body: object | undefined,
  token: string,
): Promise<void> {
  const { statusCode, body: said } = await api.send(method, path, body, token);
  if (statusCode >= 300) throw new Error(`${method} ${path}: ${said}`);
}
