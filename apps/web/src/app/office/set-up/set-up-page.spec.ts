import { beforeEach, describe, expect, it } from '@jest/globals';
import { PLACES, refusal, settle, TestDesk, type TestPage } from '../test-page.js';
import { SetUpPage } from './set-up-page.js';

describe('SetUpPage', () => {
  let desk: TestDesk;
  beforeEach(() => (desk = new TestDesk()));

  async function at(step: string, page: TestPage) {
    page.set({ step });
    await settle();
  }

  async function start(): Promise<TestPage> {
    const page = await desk.open(SetUpPage, { step: 'about' });
    await desk.answer('/api/places', PLACES);
    return page;
  }

  it('asks in plain words for what is missing before it goes on', async () => {
    const page = await start();
    await page.press('Go on');

    expect(page.words).toContain('There is a problem');
    expect(page.find('#place-error').textContent).toContain('Choose the place the round is for');
    expect(page.find('#title-error').textContent).toContain('5 to 120 characters');
  });

  it('offers the places of the officer’s roles and those within them', async () => {
    const page = await start();
    const options = [...page.find<HTMLSelectElement>('#place').options].map(({ text }) => text);
    expect(options).toEqual(['Choose a place', 'Stoke-on-Trent (the whole council)', 'Bentilee']);
  });

  it('keeps what was typed when the page is opened again', async () => {
    const page = await start();
    page.type('title', 'Safer streets in Bentilee');

    const again = await desk.open(SetUpPage, { step: 'about' });
    expect(again.find<HTMLInputElement>('#title').value).toBe('Safer streets in Bentilee');
  });

  it('adds up the pots in pounds', async () => {
    const page = await start();
    await at('money', page);
    page.type('pot-0-amount', '40,000');
    await page.press('Add another pot');
    page.type('pot-1-amount', '12500.50');

    expect(page.words).toContain('Together: £52,500.50');
  });

  it('counts the small example by the rule as it is set', async () => {
    const page = await start();
    await at('rule', page);
    expect(page.words).toContain('10 of 10 neighbours get something they chose.');

    await page.choose('greedy');
    expect(page.words).toContain('6 of 10 neighbours get something they chose.');
    expect(page.words).toContain('When a project does not fit the money left');
  });

  async function fill(page: TestPage): Promise<void> {
    page.type('place', 'bentilee');
    page.type('title', 'Safer streets in Bentilee');
    page.type('summary', 'Residents decide how their streets become safer.');
    await at('money', page);
    page.type('pot-0-name', 'Fund');
    page.type('pot-0-amount', '40000');
    await at('dates', page);
    page.day('phase-ideas-opens', 1, 12, 2026);
    await page.press('Fill in the other dates');
    await at('check', page);
    desk.http.match('/api/places').forEach((call) => call.flush(PLACES));
    await settle();
  }

  it('shows the answers as residents will read them, saves and opens', async () => {
    const page = await start();
    await fill(page);
    expect(page.words).toContain('Voting: 26 January 2027 to 15 February 2027');
    expect(page.words).toContain(
      'People aged 16 or over who live in Bentilee and are on the list of voters.',
    );

    await page.press('Save and open');
    const sent = (await desk.answer('/api/rounds', { slug: 'safer-streets' }, 201)) as { placeSlug: string };
    expect(sent.placeSlug).toBe('bentilee');
    await desk.answer('/api/rounds/safer-streets/open', { slug: 'safer-streets' });
    expect(desk.went).toEqual(['/office/rounds/safer-streets']);
  });

  it('leads back to the question the API finds fault with', async () => {
    const page = await start();
    await fill(page);
    await page.press('Save as a draft');
    const errors = [{ field: 'phases.2.opensAt', code: 'overlaps', message: 'It overlaps.' }];
    await desk.answer('/api/rounds', refusal('round.invalid', { errors }), 422);
    await at('dates', page);

    expect(page.find('#phase-voting-opens-error').textContent).toContain('It overlaps.');
  });
});
