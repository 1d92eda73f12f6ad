import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { Authority, type CurrentUser, PersonLabels } from '../src/identity/index.js';
import { signedIn } from './support/people.js';
import { testPlace } from './support/places.js';
import { type TestApp, testApp } from './support/test-app.js';

describe('identity', () => {
  let api: TestApp;
  beforeAll(async () => {
    api = await testApp();
    await testPlace(api, 'stoke-on-trent');
    await testPlace(api, 'hanley', { kind: 'ward', parent: 'stoke-on-trent' });
    await testPlace(api, 'elsewhere');
  });
  afterAll(() => api.close());

  const placeId = (slug: string) => testPlace(api, slug);
  const asUser = (id: string, secondFactor = true): CurrentUser => ({ id, sessionId: id, secondFactor });

  describe('authority', () => {
    it('lets a role held for a council cover its wards, and nothing outside', async () => {
      const officer = await signedIn(api, { roles: [['officer', 'stoke-on-trent']] });
      const authority = api.app.get(Authority, { strict: false });

      await authority.mustHold(asUser(officer.id), 'officer', await placeId('hanley'));
      await expect(
        authority.mustHold(asUser(officer.id), 'officer', await placeId('elsewhere')),
      ).rejects.toMatchObject({ code: 'identity.role-missing' });
      await expect(
        authority.mustHold(asUser(officer.id, false), ['officer', 'auditor'], await placeId('hanley')),
      ).rejects.toMatchObject({ code: 'identity.second-factor-needed' });
      expect(await authority.holds(undefined, 'officer', await placeId('hanley'))).toBe(false);
    });

    it('never shows the name of somebody under 18 or gone', async () => {
      const adult = await signedIn(api, { displayName: 'Ada Adult' });
      const young = await signedIn(api, { displayName: 'Yan Young', dateOfBirth: '2012-01-01' });
      const nobody = '00000000-0000-4000-8000-000000000000';

      const labels = await api.app.get(PersonLabels, { strict: false }).of([adult.id, young.id, nobody]);

      expect([...labels.values()]).toEqual(['Ada Adult', 'Young member', 'Former member']);
    });
  });
});
