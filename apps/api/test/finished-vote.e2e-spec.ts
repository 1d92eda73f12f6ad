import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { counted, imported } from './support/elections.js';
import { publishOutcome } from './support/outcomes.js';
import { signedIn, type TestPerson } from './support/people.js';
import { testPlace } from './support/places.js';
import { type TestApp, testApp } from './support/test-app.js';

const shared = process.env['COMMONTHREAD_DATA'] ?? join(import.meta.dirname, '../../../../shared/data');
const wieliczka = join(shared, 'pabulib/Poland_Wieliczka_2023_Green_Budget.pb');

interface Shown {
  readonly proposalNumber: number;
  readonly funded: boolean;
  readonly selectedByCity: string;
}

/** A real vote from its published file to the decision on it. The file is read where it lies. */
(existsSync(wieliczka) ? describe : describe.skip)('Wieliczka 2023, from file to decision', () => {
  let api: TestApp;
  let ada: TestPerson;
  let ben: TestPerson;
  let slug: string;
  let countId: string;
  beforeAll(async () => {
    api = await testApp();
    await testPlace(api, 'stoke');
    ada = await signedIn(api, { roles: [['officer', 'stoke']] });
    ben = await signedIn(api, { roles: [['officer', 'stoke']] });
    slug = (await imported(api, ada.token, readFileSync(wieliczka))).roundSlug as string;
    countId = await counted(api, ada.token, slug);
  });
  afterAll(() => api.close());

  it('counts as the city did: 30 projects for 995,079 zloty', async () => {
    for (const { token } of [ada, ben]) await api.send('POST', `/counts/${countId}/sign`, undefined, token);
    await api.send('POST', `/counts/${countId}/publish`, undefined, ada.token);
    const results = (await api.send('GET', `/rounds/${slug}/results`)).json();
    const winners = results.projects.filter(({ funded }: Shown) => funded);

    expect(results).toMatchObject({ currency: 'PLN', totalCostPence: 99_507_900, voters: 6586 });
    expect(winners).toHaveLength(30);
    expect(new Set(winners.map(({ selectedByCity }: Shown) => selectedByCity))).toEqual(new Set(['yes']));
  });

  it('is decided with a reason for each of the 64 projects', async () => {
    const { number, items } = (await api.send('POST', '/decisions', { countId }, ada.token)).json();
    expect(items).toHaveLength(64);
    expect(items.filter(({ reason }: { reason: string }) => reason.trim() === '')).toEqual([]);

    const path = `/decisions/${number}`;
    const text = {
      title: 'The green budget',
      summary: 'Thirty projects are funded.',
      reasons: 'We follow the count.',
      fairness: 'Every voter had the same share.',
      whatNext: 'Work begins.',
    };
    const aim = {
      indicatorCode: '3.4',
      direction: 'up',
      sizePoints: 3,
      population: 'Residents aged 16 and over',
      placeSlug: 'stoke',
      dueOn: '2099-11-30',
      mechanism: 'Greener places are places to stay.',
      comparisonPlaceSlugs: [],
    };
    await api.send('PUT', path, text, ada.token);
    await api.send('POST', `${path}/aims`, aim, ada.token);
    await publishOutcome(api, slug, ada, ben);
    const decision = (await api.send('GET', path)).json();

    expect(decision).toMatchObject({ state: 'published', chosen: 30, notChosen: 34, spendPence: 99_507_900 });
    expect((await api.send('GET', `/rounds/${slug}`)).json().state).toBe('decided');
    const proposals = (await api.send('GET', `/proposals?round=${slug}&state=funded`)).json();
    expect(proposals.total).toBe(30);
  });
});
