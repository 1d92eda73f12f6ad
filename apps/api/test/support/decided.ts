import { counted, imported } from './elections.js';
import { anAim, DECISION_TEXT, publishOutcome } from './outcomes.js';
import type { TestPerson } from './people.js';
import type { TestApp } from './test-app.js';

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
  const { number } = await send<{ number: string }>('POST', '/decisions', { countId });
  await send('PUT', `/decisions/${number}`, DECISION_TEXT);
  await send('POST', `/decisions/${number}/aims`, anAim(placeSlug));
  await publishOutcome(api, slug, officer, second);
  const { items } = await send<{ items: { number: number; state: string }[] }>(
    'GET',
    `/proposals?round=${slug}`,
  );
  const of = (state: string): number[] =>
    items.filter((one) => one.state === state).map(({ number: n }) => n);
  const [one = 0, two = 0] = of('funded');
  return { slug, funded: [one, two], notFunded: of('not-funded')[0] ?? 0 };
}
