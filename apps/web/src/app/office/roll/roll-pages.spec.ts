import type { Api } from '@commonthread/api-client';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { aRound } from '../test-data.js';
import { refusal, settle, TestDesk } from '../test-page.js';
import { ClaimsPage } from './claims-page.js';
import { RemovePage } from './remove-page.js';
import { RollPage } from './roll-page.js';
import { TablePage } from './table-page.js';

const AT = '/api/rounds/streets';
const roll: Api<'RollDto'> = {
  ...{ frozen: false, electors: 120, styles: [{ style: 'all', electors: 120 }], waiting: 3 },
  ...{ toConfirm: 0, passes: 30, reissues: 1, reissueAlarm: false },
};
const turnout: Api<'TurnoutDto'> = {
  ...{ electors: 120, passesOnline: 29, paperIssued: null, reissues: 1, smallestCount: 10 },
  days: [{ day: '2026-11-24', online: 29, paper: null }],
};

describe('RollPage', () => {
  let desk: TestDesk;
  beforeEach(() => (desk = new TestDesk()));

  async function show(
    change: Partial<Api<'RollDto'>> = {},
    reissues: Api<'ReissueDto'>[] = [],
    { uploads = [], withdrawals = [] }: { uploads?: object[]; withdrawals?: object[] } = {},
  ) {
    const page = await desk.open(RollPage, { slug: 'streets' });
    await desk.answer(AT, { ...aRound, state: change.frozen ? 'voting' : 'review' });
    await desk.answer(`${AT}/roll`, { ...roll, ...change });
    await desk.answer(`${AT}/turnout`, turnout);
    desk.http.match(`${AT}/roll/reissues`).forEach((call) => call.flush(reissues));
    desk.http.match(`${AT}/roll/uploads`).forEach((call) => call.flush(uploads));
    desk.http.match(`${AT}/roll/withdrawals`).forEach((call) => call.flush(withdrawals));
    await settle();
    return page;
  }
  function pick(page: Awaited<ReturnType<typeof show>>): void {
    const field = page.find<HTMLInputElement>('#voters-file');
    Object.defineProperty(field, 'files', { value: [new File(['a'], 'voters.csv')] });
    field.dispatchEvent(new Event('change'));
  }

  it('shows counts, never people, and hides small cells', async () => {
    const page = await show();
    expect(page.words).toContain('People on the list 120');
    expect(page.words).toContain('24 November 2026 29 few');
    expect(page.words).toContain('Decide on claims (3 waiting)');
  });

  it('lists every fault of a file by its line', async () => {
    const page = await show();
    await page.press('Look it over');
    expect(page.find('#voters-file-error').textContent).toContain('Choose a file');
    pick(page);
    await page.press('Look it over');
    const errors = [{ field: 'line 3, postcode', code: 'postcode-malformed', message: '"x" is no postcode' }];
    await desk.answer(`${AT}/roll/upload?rehearse=true`, refusal('roll.file-faulty', { errors }), 422);
    expect(page.words).toContain('Nothing was stored: the file has faults.');
    expect(page.words).toContain('line 3, postcode');
    expect(page.words).toContain('"x" is no postcode');
  });

  it('stores a file only after it was looked over', async () => {
    const page = await show();
    pick(page);
    expect(page.words).not.toContain('Store it');
    await page.press('Look it over');
    const upload = {
      ...{ read: 5, added: 3, already: 1, toReview: 0, leftOut: 1 },
      ...{ doubtful: 0, doubtfulPostcodes: [] },
    };
    const leftOutLines = [{ line: 6, reason: 'too-young' }];
    await desk.answer(`${AT}/roll/upload?rehearse=true`, { ...upload, leftOutLines, rehearsed: true });
    expect(page.words).toContain('Line 6: too young on the first day of voting');
    await page.press('Store it');
    await desk.answer(`${AT}/roll/upload?rehearse=false`, { ...upload, leftOutLines, rehearsed: false });
    await desk.answer(`${AT}/roll`, { ...roll, electors: 123 });
    expect(page.words).toContain('The file is stored.');
    expect(page.words).toContain('People on the list 123');
  });

  it('names doubtful postcodes by their lines, and stores what was decided of them once it was looked over', async () => {
    const page = await show();
    pick(page);
    await page.press('Look it over');
    const far = { postcode: 'SW1A 1AA', where: 'far', ruling: 'ask', people: 2, lines: [3, 4] };
    const split = { postcode: 'ST6 5SP', where: 'split', ruling: 'ask', people: 1, lines: [5] };
    const upload = { read: 4, added: 1, already: 0, toReview: 3, leftOut: 0, leftOutLines: [], doubtful: 2 };
    const rehearsed = { ...upload, doubtfulPostcodes: [far, split], rehearsed: true };
    await desk.answer(`${AT}/roll/upload?rehearse=true`, rehearsed);
    expect(page.words).toContain('SW1A 1AA Of another part of the country 3, 4');
    expect(page.words).toContain('ST6 5SP In more than one place');
    page.type('ruling-SW1A-1AA', 'leave');
    expect(page.words).not.toContain('Store it');
    await page.press('Look it over again');
    const again = { ...rehearsed, leftOut: 2, doubtfulPostcodes: [{ ...far, ruling: 'leave' }, split] };
    const sent = (await desk.answer(`${AT}/roll/upload?rehearse=true`, again)) as FormData;
    expect(JSON.parse(String(sent.get('rulings')))).toEqual([{ postcode: 'SW1A 1AA', treat: 'leave' }]);
    await page.press('Store it');
    const stored = (await desk.answer(`${AT}/roll/upload?rehearse=false`, {
      ...again,
      rehearsed: false,
    })) as FormData;
    expect(stored.get('rulings')).toBe(sent.get('rulings'));
  });

  it('shows lines of a file that is not UTF-8, and reads it so only when the officer confirms', async () => {
    const page = await show();
    pick(page);
    await page.press('Look it over');
    const doubt = { guess: 'windows-1252', line: 3, byte: 31, sample: [{ line: 3, text: 'Zoë O’Brien,4' }] };
    await desk.answer(`${AT}/roll/upload?rehearse=true`, refusal('file.encoding-unsure', doubt), 422);
    expect(page.words).toContain('Zoë O’Brien,4');
    expect(page.words).toContain('Windows-1252');
    await page.press('Yes, every letter is right');
    const done = {
      ...{ read: 1, added: 1, already: 0, toReview: 0, leftOut: 0, leftOutLines: [] },
      ...{ doubtful: 0, doubtfulPostcodes: [], rehearsed: true },
    };
    await desk.answer(`${AT}/roll/upload?rehearse=true&encoding=windows-1252`, done);
    await page.press('Store it');
    await desk.answer(`${AT}/roll/upload?rehearse=false&encoding=windows-1252`, {
      ...done,
      rehearsed: false,
    });
    expect(page.words).not.toContain('Zoë');
  });

  it('takes a file back with a reason, and a second officer confirms it', async () => {
    const file = {
      id: 'u1',
      uploadedAt: '2026-11-20T10:00:00Z',
      mine: true,
      added: 12,
      toReview: 1,
      leftOut: 0,
    };
    const request = {
      ...{ id: 'w1', upload: null, reason: 'Moved away.', askedAt: '2026-11-21T10:00:00Z' },
      ...{ state: 'waiting', removed: null, mine: false },
      person: {
        ...{ fullName: 'Invented Person', dateOfBirth: '1980-02-29', house: '7', postcode: 'ST3 1ZZ' },
        why: ['Same name, date of birth and home.'],
      },
    };
    const page = await show({}, [], {
      uploads: [{ ...file, state: 'standing' }],
      withdrawals: [request],
    });
    await page.press('Ask to take it back');
    expect(page.words).toContain('Give the reason in a sentence');
    page.type('undo-u1', 'The list of another ward.');
    await page.press('Ask to take it back');
    expect(await desk.answer(`${AT}/roll/uploads/u1/undo`, [])).toEqual({
      reason: 'The list of another ward.',
    });
    await desk.answer(`${AT}/roll/uploads`, [{ ...file, state: 'undoing' }]);
    const own = { ...request, id: 'w2', upload: 'u1', person: null, mine: true };
    await desk.answer(`${AT}/roll/withdrawals`, [request, own]);
    expect(page.words).toContain('To be taken back: waits for a second officer');
    expect(page.words).toContain('You asked. Another officer must confirm it.');
    expect(page.words).toContain('Invented Person, born on 29 February 1980');
    await page.press('Confirm');
    await desk.answer(`${AT}/roll/withdrawals/w1/confirm`, [
      { ...request, person: null, state: 'confirmed', removed: 1 },
    ]);
    expect(page.words).toContain('Confirmed: 1 person was taken off.');
    expect(page.words).not.toContain('Invented Person');
  });

  it('has lost passes confirmed by a second officer, and raises the alarm', async () => {
    const reissue = {
      id: 'i1',
      elector: 'e1',
      reason: 'The phone was stolen.',
      askedAt: '2026-11-25T10:00:00Z',
    };
    const page = await show({ frozen: true, reissueAlarm: true }, [
      { ...reissue, confirmedAt: null, mine: false },
    ]);
    expect(page.words).toContain('More than one in 200 passes was lost');
    await page.press('Confirm');
    await desk.answer(`${AT}/roll/reissues/i1/confirm`, refusal('roll.another-officer-needed'), 403);
    expect(page.words).toContain('The API says no.');
  });
});

describe('ClaimsPage', () => {
  let desk: TestDesk;
  beforeEach(() => (desk = new TestDesk()));

  const claim: Api<'RollClaimDto'> = {
    ...{ id: 'c1', origin: 'account', connection: 'live', fullName: 'Invented Person' },
    ...{ dateOfBirth: '1980-02-29', postcode: 'ST3 1ZZ', house: '7', uprn: null, connectionPostcode: null },
    ...{ decisivePostcode: 'inside', addressConfirmed: false, letterSent: false },
    ...{ askedAt: '2026-11-20T10:00:00Z', alsoWaiting: 0, removedBefore: false },
    alike: [{ elector: 'e1', linked: false, why: ['the same date of birth and home'] }],
  };

  async function show() {
    const page = await desk.open(ClaimsPage, { slug: 'streets' });
    await desk.answer(AT, aRound);
    const items = [claim];
    await desk.answer(`${AT}/roll/claims?page=1&pageSize=20`, { items, total: 1, page: 1, pageSize: 20 });
    return page;
  }

  it('explains the likeness, wants a reason, and links the claim to the same person', async () => {
    const page = await show();
    expect(page.words).toContain('the same date of birth and home');
    await page.press('Accept');
    expect(page.words).toContain('Give the reason in a sentence');
    await page.choose('e1');
    page.type('claim-c1-reason', 'The council tax list names them.');
    await page.press('Accept');
    expect(await desk.answer(`${AT}/roll/claims/c1/decide`, null, 204)).toEqual({
      accept: true,
      reason: 'The council tax list names them.',
      sameAs: 'e1',
    });
    await desk.answer(`${AT}/roll/claims?page=1&pageSize=20`, { items: [], total: 0, page: 1, pageSize: 20 });
    expect(page.words).toContain('No claim is waiting');
  });

  it('shows the code of a letter this once', async () => {
    const page = await show();
    await page.press('Make a code for a letter');
    const letter = { code: '7K3MX-Q9D2A', fullName: 'Invented Person', house: '7', postcode: 'ST3 1ZZ' };
    await desk.answer(`${AT}/roll/claims/c1/letter`, letter);
    expect(page.words).toContain('7K3MX-Q9D2A');
    expect(page.words).toContain('The code is not shown again.');
  });
});

describe('RemovePage', () => {
  it('finds somebody by what is known of them, asks a second officer, and forgets what was typed', async () => {
    const desk = new TestDesk();
    const page = await desk.open(RemovePage, { slug: 'streets' });
    await desk.answer(AT, aRound);
    await page.press('Find');
    expect(page.words).toContain('Enter the full name');
    page.type('full-name', 'Invented Person');
    page.day('born', 29, 2, 1980);
    page.type('house', '7');
    page.type('postcode', 'ST3 1ZZ');
    await page.press('Find');
    const found: Api<'FoundElectorDto'> = { elector: 'e1', certain: true, why: [], issued: null };
    const sought = await desk.answer(`${AT}/roll/search`, [found]);
    page.type('remove-reason', 'Moved to another council.');
    await page.press('Ask to take this person off');
    expect(await desk.answer(`${AT}/roll/withdrawals`, [], 201)).toEqual({
      ...(sought as object),
      ...{ elector: 'e1', reason: 'Moved to another council.' },
    });
    expect(page.words).toContain('A second officer confirms it');
    expect(page.find<HTMLInputElement>('#full-name').value).toBe('');
  });
});

describe('TablePage', () => {
  let desk: TestDesk;
  beforeEach(() => (desk = new TestDesk()));

  async function find(found: Api<'FoundElectorDto'>[]) {
    const page = await desk.open(TablePage, { slug: 'streets' });
    await desk.answer(AT, { ...aRound, state: 'voting' });
    page.type('full-name', 'Invented Person');
    page.day('born', 29, 2, 1980);
    page.type('house', '7');
    page.type('postcode', 'ST3 1ZZ');
    await page.press('Find');
    const sent = await desk.answer(`${AT}/roll/search`, found);
    expect(sent).toEqual({
      ...{ fullName: 'Invented Person', dateOfBirth: '1980-02-29', postcode: 'ST3 1ZZ', house: '7' },
    });
    return page;
  }
  const person: Api<'FoundElectorDto'> = { elector: 'e1', certain: true, why: [], issued: null };

  it('marks first, then tells to hand out a sheet, and forgets what was typed', async () => {
    const page = await find([person]);
    expect(page.words).toContain('Mark first, then hand out the sheet.');
    await page.press('Mark as voting on paper');
    expect(await desk.answer(`${AT}/roll/paper`, null, 204)).toEqual({ elector: 'e1' });
    expect(page.words).toContain('Marked. Hand out one sheet now.');
    expect(page.find<HTMLInputElement>('#full-name').value).toBe('');
  });

  it('hands out nothing where a pass was issued, also when that happened this moment', async () => {
    const page = await find([{ ...person, issued: 'online' }]);
    expect(page.words).toContain('no sheet may be handed out');
    expect(page.words).not.toContain('Mark as voting on paper');
  });

  it('says what the API refuses', async () => {
    const page = await find([person]);
    await page.press('Mark as voting on paper');
    const detail = 'A ballot pass was issued in this name. Nobody can vote twice.';
    await desk.answer(`${AT}/roll/paper`, refusal('roll.pass-already-issued', { detail }), 409);
    expect(page.words).toContain(detail);
  });

  it('asks for a lost pass only with a reason', async () => {
    const page = await find([{ ...person, issued: 'online' }]);
    await page.press('Ask for a new pass');
    expect(page.find('#lost-reason-error').textContent).toContain('Give the reason');
    page.type('lost-reason', 'The phone fell into the canal.');
    await page.press('Ask for a new pass');
    const sent = await desk.answer(`${AT}/roll/reissues`, []);
    expect(sent).toEqual({ elector: 'e1', reason: 'The phone fell into the canal.' });
    expect(page.words).toContain('A second officer confirms it');
  });
});
