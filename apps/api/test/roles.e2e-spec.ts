import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { Authority, type CurrentUser, PersonLabels } from '../src/identity/index.js';
import { signedIn, type TestPerson } from './support/people.js';
import { testPlace } from './support/places.js';
import { type TestApp, testApp } from './support/test-app.js';

describe('roles', () => {
  let api: TestApp;
  let administrator: TestPerson;
  beforeAll(async () => {
    api = await testApp();
    await testPlace(api, 'stoke-on-trent', { name: 'Stoke-on-Trent' });
    await testPlace(api, 'hanley', { kind: 'ward', parent: 'stoke-on-trent' });
    await testPlace(api, 'elsewhere');
    administrator = await signedIn(api, { roles: [['administrator', 'stoke-on-trent']] });
  });
  afterAll(() => api.close());

  const grant = (body: object, as = administrator.token) => api.send('POST', '/roles', body, as);
  const list = (place: string, as = administrator.token) =>
    api.send('GET', `/roles?place=${place}`, undefined, as);

  it('grants for a place, lists with the places within, and revokes at once', async () => {
    const person = await signedIn(api, { displayName: 'Ofelia' });
    const answer = await grant({
      email: person.email,
      role: 'officer',
      placeSlug: 'hanley',
      to: '2099-12-31',
    });
    expect(answer.statusCode).toBe(201);
    expect(answer.json()).toEqual({
      id: expect.any(String),
      email: person.email,
      displayName: 'Ofelia',
      role: 'officer',
      place: { slug: 'hanley', name: 'hanley', kind: 'ward' },
      from: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      to: '2099-12-31',
    });
    expect((await list('stoke-on-trent')).json()).toContainEqual(answer.json());
    expect((await api.send('GET', '/identity/me', undefined, person.token)).json().roles).toHaveLength(1);

    const revoke = () => api.send('DELETE', `/roles/${answer.json().id}`, undefined, administrator.token);
    expect((await revoke()).statusCode).toBe(204);
    expect((await revoke()).json()).toMatchObject({ status: 404, title: 'identity.unknown-role-grant' });
    expect((await api.send('GET', '/identity/me', undefined, person.token)).json().roles).toEqual([]);
    expect((await list('hanley')).json()).toEqual([]);

    const events = await api.db.query<{ what: string; actor_id: string; facts: object }[]>(
      'SELECT what, actor_id, facts FROM audit_events WHERE subject = $1 ORDER BY pos',
      [`person:${person.id}`],
    );
    expect(events.map(({ what }) => what)).toEqual(['role.granted', 'role.revoked']);
    expect(events[0]?.actor_id).toBe(administrator.id);
    expect(JSON.stringify(events)).not.toContain(person.email);
  });

  it('refuses with the reason', async () => {
    const { email } = await signedIn(api);
    const young = await signedIn(api, { dateOfBirth: '2012-01-01' });
    const officer = { email, role: 'officer', placeSlug: 'hanley' };
    const refusal = async (body: object) => (await grant({ ...officer, ...body })).json().title;

    expect(await refusal({ email: administrator.email })).toBe('identity.own-role');
    expect(await refusal({ email: 'nobody@test.example' })).toBe('identity.unknown-person');
    expect(await refusal({ email: young.email })).toBe('identity.too-young-for-role');
    expect(await refusal({ placeSlug: 'atlantis' })).toBe('identity.unknown-place');
    expect(await refusal({ placeSlug: 'elsewhere' })).toBe('identity.role-missing');
    expect(await refusal({ from: '2030-02-01', to: '2030-01-31' })).toBe('identity.role-dates-reversed');
    expect((await grant(officer)).statusCode).toBe(201);
    expect(await refusal({ from: '2099-01-01' })).toBe('identity.role-already-held');
    expect((await list('atlantis')).json().title).toBe('identity.unknown-place');
  });

  it('stores one grant when two administrators click at once', async () => {
    const { email } = await signedIn(api);
    const body = { email, role: 'juror', placeSlug: 'hanley' };
    const answers = await Promise.all([grant(body), grant(body), grant(body)]);

    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409, 409]);
  });

  it.each([
    ['an unknown role', { email: 'a@test.example', role: 'king', placeSlug: 'hanley' }],
    ['an unknown field', { email: 'a@test.example', role: 'juror', placeSlug: 'hanley', grantedBy: 'x' }],
    [
      'a day that never was',
      { email: 'a@test.example', role: 'juror', placeSlug: 'hanley', to: '2030-02-30' },
    ],
  ])('answers %s with 400', async (_, body) => {
    expect((await grant(body)).statusCode).toBe(400);
  });

  it('is for administrators of the place alone', async () => {
    const officer = await signedIn(api, { roles: [['officer', 'stoke-on-trent']] });
    const ward = await signedIn(api, { roles: [['administrator', 'hanley']] });
    const juror = { email: officer.email, role: 'juror', placeSlug: 'stoke-on-trent' };
    const id = '00000000-0000-4000-8000-000000000000';

    expect((await api.send('POST', '/roles', juror)).statusCode).toBe(401);
    expect((await api.send('GET', '/roles?place=hanley')).statusCode).toBe(401);
    expect((await api.send('DELETE', `/roles/${id}`)).statusCode).toBe(401);
    expect((await grant(juror, officer.token)).json().title).toBe('identity.role-missing');
    expect((await grant(juror, ward.token)).json().title).toBe('identity.role-missing');
    expect((await list('stoke-on-trent', ward.token)).statusCode).toBe(403);
    expect((await list('hanley', ward.token)).statusCode).toBe(200);
    expect((await api.send('GET', '/roles', undefined, administrator.token)).statusCode).toBe(400);
    expect((await api.send('DELETE', '/roles/x', undefined, administrator.token)).statusCode).toBe(400);
  });

  describe('the last administrator', () => {
    const grantOf = async (personId: string): Promise<string> =>
      (await api.db.query<{ id: string }[]>('SELECT id FROM held_roles WHERE person_id = $1', [personId]))[0]!
        .id;
    const revoke = async (of: TestPerson, by: TestPerson) =>
      api.send('DELETE', `/roles/${await grantOf(of.id)}`, undefined, by.token);

    it('cannot end their own role, nor be left with one that has a last day', async () => {
      await testPlace(api, 'lonely', { name: 'Lonely' });
      const alone = await signedIn(api, { roles: [['administrator', 'lonely']] });
      const refused = await revoke(alone, alone);
      expect(refused.json()).toMatchObject({ status: 409, title: 'identity.last-administrator' });
      expect(refused.json().detail).toContain('make somebody else administrator of Lonely first');

      const { email } = await signedIn(api);
      const dated = { email, role: 'administrator', placeSlug: 'lonely', to: '2099-12-31' };
      expect((await grant(dated, alone.token)).statusCode).toBe(201);
      expect((await revoke(alone, alone)).statusCode).toBe(409);
      const rows = (sql: string) => api.db.query(sql, [alone.id]);
      await expect(rows('DELETE FROM held_roles WHERE person_id = $1')).rejects.toThrow(
        'keeps an administrator',
      );
      await expect(
        rows('UPDATE held_roles SET to_date = local_today() WHERE person_id = $1'),
      ).rejects.toThrow('keeps an administrator');

      const second = await signedIn(api, { roles: [['administrator', 'lonely']] });
      expect((await revoke(alone, second)).statusCode).toBe(204);
    });

    it('remains when two end each other, or their own, at the same moment', async () => {
      await testPlace(api, 'quarrel');
      for (let time = 0; time < 5; time++) {
        const pair = [
          await signedIn(api, { roles: [['administrator', 'quarrel']] }),
          await signedIn(api, { roles: [['administrator', 'quarrel']] }),
        ] as const;
        const [one, two] = pair;
        // Whoever was left by the time before goes first, so that only these two are there.
        await api.db.query(
          `UPDATE held_roles SET revoked_at = clock_timestamp() WHERE role = 'administrator' AND revoked_at IS NULL
             AND place_id = (SELECT id FROM places WHERE slug = 'quarrel') AND person_id <> ALL ($1)`,
          [[one.id, two.id]],
        );
        const ends =
          time % 2 === 0 ? [revoke(one, two), revoke(two, one)] : [revoke(one, one), revoke(two, two)];
        const codes = (await Promise.all(ends)).map(({ statusCode }) => statusCode).sort();
        expect(codes[0]).toBe(204);
        expect([403, 409]).toContain(codes[1]);
      }
    });
  });

  it('lets nobody revoke a role of another place', async () => {
    const person = await signedIn(api, { roles: [['juror', 'elsewhere']] });
    const [{ id }] = await api.db.query('SELECT id FROM held_roles WHERE person_id = $1', [person.id]);

    expect((await api.send('DELETE', `/roles/${id}`, undefined, administrator.token)).json().title).toBe(
      'identity.role-missing',
    );
  });

  describe('authority and labels', () => {
    const placeId = (slug: string) => testPlace(api, slug);
    const asUser = (id: string, secondFactor = true): CurrentUser => ({ id, sessionId: id, secondFactor });

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
      expect(await authority.holds(asUser(officer.id), ['officer'], await placeId('hanley'))).toBe(true);
      expect(await authority.holds(undefined, 'officer', await placeId('hanley'))).toBe(false);
    });

    it('knows no role before its first day, after its last, or once revoked', async () => {
      const person = await signedIn(api);
      const place = await placeId('hanley');
      const authority = api.app.get(Authority, { strict: false });
      const held = async (from: number, to: number | null, revoked = false) => {
        await api.db.query('DELETE FROM held_roles WHERE person_id = $1', [person.id]);
        await api.db.query(
          `INSERT INTO held_roles (person_id, role, place_id, from_date, to_date, revoked_at)
           VALUES ($1, 'facilitator', $2, local_today() + $3::int, local_today() + $4::int, CASE WHEN $5 THEN clock_timestamp() END)`,
          [person.id, place, from, to, revoked],
        );
        return authority.holds(asUser(person.id), 'facilitator', place);
      };

      expect([await held(0, 0), await held(-9, null), await held(-9, 0)]).toEqual([true, true, true]);
      expect([await held(1, null), await held(-9, -1), await held(-9, null, true)]).toEqual([
        false,
        false,
        false,
      ]);
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
