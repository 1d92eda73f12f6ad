import { describe, expect, it } from '@jest/globals';
import { PLACES, refusal, STOKE, TestDesk } from '../test-page.js';
import { RolesPage } from './roles-page.js';

const grant = {
  id: 'g1',
  email: 'ada@example.org',
  displayName: 'Ada',
  role: 'officer',
  place: STOKE,
  from: '2026-11-22',
  to: null,
};

describe('RolesPage', () => {
  async function show() {
    const desk = new TestDesk('administrator');
    const page = await desk.open(RolesPage);
    await desk.answer('/api/places', PLACES);
    await desk.answer('/api/roles?place=stoke', [grant]);
    return { desk, page };
  }

  it('lists who holds a role and takes it back', async () => {
    const { desk, page } = await show();
    expect(page.words).toContain('since 22 November 2026');
    await page.press('Take back');
    await desk.answer('/api/roles/g1', null, 204);
    await desk.answer('/api/roles?place=stoke', []);

    expect(page.words).toContain('Ada no longer holds this role.');
    expect(page.words).toContain('Nobody holds a role here');
  });

  it('gives a role and says what was refused', async () => {
    const { desk, page } = await show();
    page.type('email', 'bo@example.org');
    await page.press('Give the role');
    const sent = await desk.answer('/api/roles', refusal('identity.unknown-person'), 404);

    expect(sent).toEqual({ email: 'bo@example.org', role: 'officer', placeSlug: 'stoke' });
    expect(page.find('#email-error').textContent).toContain('The API says no.');
    expect(page.find<HTMLInputElement>('#email').value).toBe('bo@example.org');
  });
});
