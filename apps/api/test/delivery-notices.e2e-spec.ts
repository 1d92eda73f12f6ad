import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { decidedRound } from './support/decided.js';
import { settled } from './support/outbox.js';
import { signedIn, type TestPerson } from './support/people.js';
import { testPlace } from './support/places.js';
import { type TestApp, testApp } from './support/test-app.js';

interface Notice {
  readonly fate: string;
  readonly because: string;
  readonly reason: string | null;
}

describe('a project that slips and is delivered', () => {
  let api: TestApp;
  let officer: TestPerson;
  let supporter: TestPerson;
  let voter: TestPerson;
  let number: number;
  beforeAll(async () => {
    api = await testApp();
    await testPlace(api, 'stoke');
    await testPlace(api, 'elsewhere');
    await api.db.query(`UPDATE places SET code = 'E06000021' WHERE slug = 'stoke'`);
    officer = await signedIn(api, { roles: [['officer', 'stoke']] });
    const second = await signedIn(api, { roles: [['officer', 'stoke']] });
    [supporter, voter] = await Promise.all([signedIn(api), signedIn(api)]);
    ({
      funded: [number],
    } = await decidedRound(api, officer, second));
    await settled(api);
    await api.db.query('INSERT INTO proposal_supports (proposal_number, person_id) VALUES ($1, $2)', [
      number,
      supporter.id,
    ]);
    await api.db.query(
      `INSERT INTO contributions (kind, person_id, round_id, since)
       SELECT 'vote', $2, round_id, clock_timestamp() FROM proposals WHERE number = $1`,
      [number, voter.id],
    );
  });
  afterAll(() => api.close());

  const act = async (method: 'POST' | 'PUT', path: string, body: object) => {
    const answer = await api.send(method, `/deliveries/${number}/${path}`, body, officer.token);
    if (answer.statusCode >= 300) throw new Error(answer.body);
    return answer.json();
  };
  const heard = async ({ token }: TestPerson): Promise<Notice[]> => {
    await settled(api);
    return (await api.send('GET', '/notices', undefined, token)).json().items;
  };

  it('is told to its supporters and to the voters of its round, once, with the dates and the reason', async () => {
    await act('PUT', 'owner', { ownerBody: 'Parks team', contactOffice: 'Parks office, Civic Centre' });
    const { milestones } = await act('POST', 'milestones', {
      title: 'Ground broken',
      plannedOn: '2027-03-01',
    });
    await act('POST', `milestones/${milestones[0].id}/forecast`, {
      forecastOn: '2027-04-01',
      reason: 'The ground was frozen for three weeks.',
    });

    const slipped = {
      fate: 'slipped',
      reason: 'Ground broken: 1 April 2027 in place of 1 March 2027. The ground was frozen for three weeks.',
    };
    // Events may be handled in any order.
    const told = await heard(supporter);
    expect(told).toHaveLength(2);
    expect(told).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ ...slipped, because: 'support' }),
        expect.objectContaining({ fate: 'in-delivery' }),
      ]),
    );
    expect(await heard(voter)).toEqual([expect.objectContaining({ ...slipped, because: 'vote' })]);
  });

  it('tells of news to those who took part in it, and of the outcome to its voters too', async () => {
    await act('POST', 'updates', { words: 'The first two benches stand by the lock.' });
    const { milestones } = await act('POST', `milestones/${await milestone()}/done`, {
      doneOn: '2025-06-01',
    });
    expect(milestones[0].doneOn).toBe('2025-06-01');
    await act('POST', 'end', {
      ending: 'delivered',
      outcome: 'Six benches stand along the canal and are used every day.',
      differentNow: 'People who tire easily can walk the whole way.',
      notDone: 'The seventh bench had no firm ground.',
    });

    expect((await heard(supporter)).map(({ fate }) => fate).sort()).toEqual([
      'delivered',
      'in-delivery',
      'news',
      'slipped',
    ]);
    const ofVoter = await heard(voter);
    expect(ofVoter.find(({ fate }) => fate === 'delivered')).toMatchObject({
      fate: 'delivered',
      reason: 'Six benches stand along the canal and are used every day.',
    });
    expect(ofVoter.map(({ fate }) => fate).sort()).toEqual(['delivered', 'slipped']);
  });

  async function milestone(): Promise<string> {
    return (await api.send('GET', `/deliveries/${number}`)).json().milestones[0].id;
  }
});
