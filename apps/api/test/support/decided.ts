import { counted, imported } from './elections.js';
import type { TestPerson } from './people.js';
import type { TestApp } from './test-app.js';

const TEXT = {
  title: 'What will be built in the north',
  summary: 'Two of three projects are funded.',
  reasons: 'We follow the count.',
  fairness: 'Every voter had the same share.',
  whatNext: 'Work begins in spring.',
};

/** A round counted, signed by two officers and decided. @returns its funded proposals */
export async function decidedRound(
  api: TestApp,
  officer: TestPerson,
  second: TestPerson,
  placeSlug = 'stoke',
): Promise<{ slug: string; funded: [number, number]; notFunded: number }> {
  const { roundSlug } = await imported(api, officer.token, undefined, { placeSlug });
  const slug = String(roundSlug);
  const send = async <Answer>(
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    body?: object,
  ): Promise<Answer> => {
    const answer = await api.send(method, path, body, officer.token);
    if (answer.statusCode >= 300) throw new Error(`${path}: ${answer.body}`);
    return answer.json();
  };
  const countId = await counted(api, officer.token, slug);
  for (const { token } of [officer, second])
    await api.send('POST', `/counts/${countId}/sign`, undefined, token);
  await send('POST', `/counts/${countId}/publish`);
  const { number } = await send<{ number: string }>('POST', '/decisions', { countId });
  await send('PUT', `/decisions/${number}`, TEXT);
  await send('POST', `/decisions/${number}/aims`, {
    indicatorCode: '2.2',
    direction: 'up',
    sizePoints: 4,
    population: 'People aged 16 and over who live in the city',
    placeSlug,
    dueOn: '2099-11-30',
    mechanism: 'People see how the money was shared out.',
    comparisonPlaceSlugs: [],
  });
  await send('POST', `/decisions/${number}/publish`);
  const { items } = await send<{ items: { number: number; state: string }[] }>(
    'GET',
    `/proposals?round=${slug}`,
  );
  const of = (state: string): number[] =>
    items.filter((one) => one.state === state).map(({ number: n }) => n);
  const [one = 0, two = 0] = of('funded');
  return { slug, funded: [one, two], notFunded: of('not-funded')[0] ?? 0 };
}
