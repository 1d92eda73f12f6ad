import type { TestPerson } from './people.js';
import type { TestApp } from './test-app.js';

/** A decision with all it needs: words, and one aim. */
export const DECISION_TEXT = {
  title: 'What will be built in the north',
  summary: 'Two of three projects are funded.',
  reasons: 'We follow the count.',
  fairness: 'Every voter had the same share.',
  whatNext: 'Work begins in spring.',
};
export const anAim = (placeSlug = 'stoke', change: object = {}): object => ({
  indicatorCode: '2.2',
  direction: 'up',
  sizePoints: 4,
  population: 'People aged 16 and over who live in the city',
  placeSlug,
  dueOn: '2099-11-30',
  mechanism: 'People see how the money was shared out.',
  comparisonPlaceSlugs: [],
  ...change,
});

/** One officer proposes to publish what they see, the other confirms it. @throws with the refusal's body */
export async function publishOutcome(
  api: TestApp,
  slug: string,
  first: TestPerson,
  second: TestPerson,
): Promise<void> {
  for (const [act, { token }] of [
    ['propose', first],
    ['confirm', second],
  ] as const) {
    const { digest } = (await api.send('GET', `/rounds/${slug}/outcome`, undefined, token)).json();
    const answer = await api.send('POST', `/rounds/${slug}/outcome/${act}`, { digest }, token);
    if (answer.statusCode !== 200) throw new Error(`${act}: ${answer.body}`);
  }
}
