import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { forgetTries } from './support/accounts.js';
import { signedIn, type TestPerson } from './support/people.js';
import { testPlace } from './support/places.js';
import { blindedMessage, upload } from './support/roll.js';
import { passDays, testRound } from './support/rounds.js';
import { type TestApp, testApp } from './support/test-app.js';

const HEADER = 'full_name,date_of_birth,postcode,house,email';
const HOME = { connection: 'live', fullName: 'Ada King', postcode: 'st1 5hh', house: '14' };
const REASON = 'The council tax list says so.';

describe('the roll', () => {
  let api: TestApp;
  let officer: TestPerson;
  let resident: TestPerson;
  let stranger: TestPerson;
  beforeAll(async () => {
    api = await testApp();
    const city = await testPlace(api, 'city');
    const north = await testPlace(api, 'north', { kind: 'ward', parent: 'city' });
    const south = await testPlace(api, 'south', { kind: 'ward', parent: 'city' });
    await testPlace(api, 'elsewhere');
    await api.db.query('INSERT INTO postcodes VALUES ($1, $2), ($3, $4), ($5, $6)', [
      ...['ST1 5HH', north],
      ...['ST4 2RR', south],
      ...['ST5 5SP', city],
    ]);
    officer = await signedIn(api, { roles: [['officer', 'city']] });
    resident = await signedIn(api);
    stranger = await signedIn(api, { roles: [['officer', 'elsewhere']] });
  });
  afterAll(() => api.close());

  const round = (change: object = {}) => testRound(api, officer.token, 'north', 'review', change);
  const claim = (slug: string, as: TestPerson, change: object = {}) =>
    api.send('POST', `/rounds/${slug}/roll/claims`, { ...HOME, ...change }, as.token);
  const me = async (slug: string, as: TestPerson) =>
    (await api.send('GET', `/rounds/${slug}/roll/me`, undefined, as.token)).json();
  const queue = async (slug: string) =>
    (await api.send('GET', `/rounds/${slug}/roll/claims`, undefined, officer.token)).json();
  const decide = (slug: string, id: string, body: object, as = officer) =>
    api.send('POST', `/rounds/${slug}/roll/claims/${id}/decide`, { reason: REASON, ...body }, as.token);
  const put = (slug: string, lines: string[], query = '', as = officer) =>
    upload(api, `/rounds/${slug}/roll/upload${query}`, [HEADER, ...lines].join('\n'), as.token);
  const refusal = async (answer: Promise<{ statusCode: number; json(): { title: string } }>) => {
    const { statusCode, json } = await answer;
    return [statusCode, json().title];
  };
  const electors = async (id: string) =>
    (await api.db.query('SELECT 1 FROM roll.elector WHERE election = $1', [id])).length;

  describe('a file of the council', () => {
    it('is rehearsed, then stored whole', async () => {
      const { slug, id } = await round();
      const lines = [
        'Ada King,1980-02-29,ST1 5HH,14,ada@example.org',
        '"King, Ada",29/02/1980,st15hh,14 High Street,',
        'Ben Moss,1991-05-06,ST1 5HH,16,',
        'Benny Moss,1991-05-06,ST1 5HH,16,',
        'Too Young,2015-01-01,ST1 5HH,2,',
        'Wrong Ward,1980-01-01,ST4 2RR,3,',
        'Unknown Postcode,1980-01-01,ST9 9ZZ,4,',
      ];
      const expected = {
        read: 7,
        added: 2,
        already: 1,
        toReview: 2,
        leftOut: 2,
        leftOutLines: [
          { line: 6, reason: 'too-young' },
          { line: 7, reason: 'outside' },
        ],
        doubtful: 2,
        doubtfulPostcodes: [
          { postcode: 'ST9 9ZZ', where: 'unknown', ruling: 'ask', people: 1, lines: [8] },
          { postcode: 'ST4 2RR', where: 'outside', ruling: 'leave', people: 1, lines: [7] },
        ],
      };

      const rehearsed = await put(slug, lines, '?rehearse=true');
      expect(rehearsed.json()).toEqual({ ...expected, rehearsed: true });
      expect(await electors(id)).toBe(0);

      const stored = await put(slug, lines);
      expect(stored.json()).toEqual({ ...expected, rehearsed: false });
      expect(await electors(id)).toBe(2);
      const again = await put(slug, lines);
      expect(again.json()).toMatchObject({ added: 0, already: 5, toReview: 0 });
      expect((await queue(slug)).items).toMatchObject([
        {
          origin: 'file',
          fullName: 'Benny Moss',
          alike: [
            { linked: false, why: [expect.stringContaining('same name'), expect.stringContaining('twin')] },
          ],
        },
        { origin: 'file', fullName: 'Unknown Postcode', decisivePostcode: 'unknown', alike: [] },
      ]);
      expect((await api.send('GET', `/rounds/${slug}/roll`, undefined, officer.token)).json()).toEqual({
        frozen: false,
        electors: 2,
        styles: [{ style: 'all', electors: 2 }],
        waiting: 2,
        toConfirm: 0,
        passes: 0,
        reissues: 0,
        reissueAlarm: false,
      });
    });

    it('names every faulty line and stores nothing of it', async () => {
      const { slug, id } = await round();
      const answer = await put(slug, [
        'Ada King,1980-02-29,ST1 5HH,14,',
        'Ben Moss,1981-02-29,ST1 5HH,14,',
        ',1980-01-01,nowhere,-,x',
      ]);

      expect(answer.statusCode).toBe(422);
      expect(answer.json()).toMatchObject({ title: 'roll.file-faulty', line: 3 });
      expect(answer.json().errors.map(({ field, code }: Record<string, string>) => [field, code])).toEqual([
        ['line 3, date_of_birth', 'day-unfit'],
        ['line 4, full_name', 'name-unfit'],
        ['line 4, postcode', 'postcode-malformed'],
        ['line 4, house', 'house-unfit'],
        ['line 4, email', 'email-unfit'],
      ]);
      expect(await electors(id)).toBe(0);
    });

    it.each([
      ['an empty file', ''],
      ['a missing column', 'full_name,postcode,house\nAda King,ST1 5HH,14'],
      ['more about people than is asked for', `${HEADER},religion\nAda King,1980-02-29,ST1 5HH,14,,none`],
      ['a column twice', 'full_name,full_name,date_of_birth,postcode,house\na,b,1980-01-01,ST1 5HH,1'],
      ['a line with too few cells', `${HEADER}\nAda King,1980-02-29`],
      ['an open quotation mark', `${HEADER}\n"Ada King,1980-02-29,ST1 5HH,14,`],
      ['a date that reads both ways only by guessing', `${HEADER}\nAda King,2/3/80,ST1 5HH,14,`],
    ])('is refused: %s', async (_, text) => {
      const { slug, id } = await round();
      const answer = await upload(api, `/rounds/${slug}/roll/upload`, text, officer.token);
      expect([answer.statusCode, answer.json().title]).toEqual([422, 'roll.file-faulty']);
      expect(await electors(id)).toBe(0);
    });

    it('leaves out whose connection ends before voting opens, or is not asked for', async () => {
      const { slug } = await round();
      const text = [
        `${HEADER},connection,until`,
        'Ada King,1980-02-29,ST1 5HH,14,,live,2020-01-01',
        'Ben Moss,1980-02-29,ST1 5HH,15,,study,',
        'Cy Dale,1980-02-29,ST4 2RR,16,,work,2099-01-01',
      ].join('\n');
      const answer = await upload(api, `/rounds/${slug}/roll/upload`, text, officer.token);
      expect(answer.json()).toMatchObject({
        added: 1,
        leftOutLines: [
          { line: 2, reason: 'expired' },
          { line: 3, reason: 'connection-not-offered' },
        ],
      });
    });

    describe('that is not UTF-8', () => {
      const latin = Buffer.from(
        `${HEADER}\nZo\xeb O\x92Brien,1980-02-29,ST1 5HH,14,\nAnn Hill,1981-02-28,ST1 5HH,15,\n`,
        'latin1',
      );
      const found = async (slug: string, fullName: string) => {
        const sought = { fullName, dateOfBirth: '1980-02-29', postcode: 'ST1 5HH', house: '14' };
        const answer = await api.send('POST', `/rounds/${slug}/roll/search`, sought, officer.token);
        return answer.json().map(({ certain }: { certain: boolean }) => certain);
      };
      const send = (slug: string, bytes: Buffer, query = '') =>
        upload(api, `/rounds/${slug}/roll/upload${query}`, bytes, officer.token);

      it('is asked about with its lines, and finds its people once it is read as confirmed', async () => {
        const { slug, id } = await round();
        const asked = await send(slug, latin);
        expect([asked.statusCode, asked.json()]).toMatchObject([
          422,
          {
            ...{ title: 'file.encoding-unsure', guess: 'windows-1252', line: 2 },
            sample: [{ line: 2, text: 'Zoë O’Brien,1980-02-29,ST1 5HH,14,' }],
          },
        ]);
        expect(await electors(id)).toBe(0);
        expect((await send(slug, latin, '?encoding=windows-1252')).json()).toMatchObject({ added: 2 });
        expect(await found(slug, "Zoe O'Brien")).toEqual([true]);
        expect((await send(slug, latin, '?encoding=klingon')).statusCode).toBe(400);
      });

      it('may be UTF-16 with its mark, semicolons and all', async () => {
        const { slug } = await round();
        const text = `\ufeff${HEADER}\r\nZoë O’Brien,1980-02-29,ST1 5HH,14,\r\n`.replaceAll(',', ';');
        expect((await send(slug, Buffer.from(text, 'utf16le'))).json()).toMatchObject({ added: 1 });
        expect(await found(slug, 'Zoë O’Brien')).toEqual([true]);
      });

      it.each([
        ['a NUL', Buffer.from(`${HEADER}\nAnn\0 Hill,1980-02-29,ST1 5HH,14,\n`), 'NUL'],
        ['a workbook', Buffer.from('PK\x03\x04\0\0\0\0', 'latin1'), 'Excel'],
      ])('is refused with line and byte: %s', async (_, bytes, reason) => {
        const { slug, id } = await round();
        const answer = await send(slug, bytes);
        expect([answer.statusCode, answer.json().title]).toEqual([422, 'roll.file-faulty']);
        expect(answer.json().reason).toContain(reason);
        expect(answer.json().reason).toMatch(/^byte \d+/);
        expect(await electors(id)).toBe(0);
      });
    });

    it('is for officers of the place alone', async () => {
      const { slug } = await round();
      const line = ['Ada King,1980-02-29,ST1 5HH,14,'];
      expect(await refusal(put(slug, line, '', resident))).toEqual([403, 'identity.role-missing']);
      expect(await refusal(put(slug, line, '', stranger))).toEqual([403, 'identity.role-missing']);
      expect((await put(slug, line, '?rehearse=perhaps')).statusCode).toBe(400);
      expect(await refusal(api.send('POST', `/rounds/${slug}/roll/upload`, {}, officer.token))).toEqual([
        422,
        'roll.file-faulty',
      ]);
    });
  });

  describe('a claim', () => {
    it('waits for an officer, who reads what it says and accepts it', async () => {
      const { slug } = await round();
      expect(await me(slug, resident)).toMatchObject({
        onRoll: false,
        whyNot: 'not-asked',
        claim: null,
        minimumAge: 16,
      });

      const asked = await claim(slug, resident);
      expect(asked.json()).toMatchObject({
        onRoll: false,
        whyNot: 'claim-waiting',
        claim: { stage: 'waiting' },
      });
      expect(await refusal(claim(slug, resident))).toEqual([409, 'roll.already-claimed']);

      const { items } = await queue(slug);
      expect(items).toMatchObject([
        {
          origin: 'account',
          fullName: 'Ada King',
          dateOfBirth: '1980-02-29',
          postcode: 'ST1 5HH',
          decisivePostcode: 'inside',
          alike: [],
          alsoWaiting: 0,
        },
      ]);
      expect((await decide(slug, items[0].id, { accept: true })).statusCode).toBe(204);
      expect(await me(slug, resident)).toMatchObject({
        onRoll: true,
        style: 'all',
        pass: null,
        claim: { stage: 'accepted', reason: REASON },
      });
      expect(await refusal(decide(slug, items[0].id, { accept: false }))).toEqual([
        409,
        'roll.claim-decided',
      ]);
      expect(await queue(slug)).toMatchObject({ items: [], total: 0 });
      const [{ left }] = await api.db.query(
        'SELECT count(sealed_details)::int AS left FROM roll.claim WHERE claim = $1',
        [items[0].id],
      );
      expect(left).toBe(0);
    });

    it('can be refused with a reason, and made again', async () => {
      const { slug } = await round();
      const person = await signedIn(api);
      await claim(slug, person);
      const [{ id }] = (await queue(slug)).items;
      await decide(slug, id, { accept: false, reason: 'Nobody of this name lives there.' });
      expect(await me(slug, person)).toMatchObject({
        onRoll: false,
        whyNot: 'claim-refused',
        claim: { stage: 'refused', reason: 'Nobody of this name lives there.' },
      });
      expect((await claim(slug, person)).json().claim.stage).toBe('waiting');
    });

    it('is refused at once when it cannot be right', async () => {
      const { slug } = await round();
      const child = await signedIn(api, { dateOfBirth: '2015-06-01' });
      const person = await signedIn(api);
      expect(await refusal(claim(slug, child))).toEqual([422, 'roll.too-young']);
      expect(await refusal(claim(slug, person, { connection: 'study' }))).toEqual([
        422,
        'roll.connection-not-offered',
      ]);
      expect(await refusal(claim(slug, person, { connection: 'work' }))).toEqual([422, 'roll.details-unfit']);
      expect(await refusal(claim(slug, person, { fullName: '--' }))).toEqual([422, 'roll.details-unfit']);
      expect(await refusal(claim(slug, person, { postcode: 'nowhere' }))).toEqual([
        422,
        'postcode.malformed',
      ]);
      expect((await claim(slug, person, { house: '' })).statusCode).toBe(400);
      expect((await claim(slug, person, { dateOfBirth: '1950-01-01' })).statusCode).toBe(400);
      const away = { connection: 'work', postcode: 'ST4 2RR', connectionPostcode: 'ST1 5HH' };
      expect((await claim(slug, person, away)).statusCode).toBe(200);
      expect((await queue(slug)).items[0]).toMatchObject({
        decisivePostcode: 'inside',
        connectionPostcode: 'ST1 5HH',
      });
    });

    it('of a split or best-fitted postcode goes to a person, never to a refusal, and no letter decides it', async () => {
      const { slug } = await round();
      const where = ['split', 'outside', 'unknown', 'far'];
      const postcodes = ['ST5 5SP', 'ST4 2RR', 'ST9 9ZZ', 'SW1A 1AA'];
      for (const [n, postcode] of postcodes.entries()) {
        const person = await signedIn(api);
        const asked = await claim(slug, person, { postcode, fullName: `Person ${'ABCD'[n]}` });
        expect([asked.statusCode, asked.json().whyNot]).toEqual([200, 'claim-waiting']);
        const { items } = await queue(slug);
        expect(items[n].decisivePostcode).toBe(where[n]);
        const path = `/rounds/${slug}/roll/claims/${items[n].id}/letter`;
        const { code } = (await api.send('POST', path, undefined, officer.token)).json();
        const entered = await api.send('POST', `/rounds/${slug}/roll/code`, { code }, person.token);
        expect(entered.json()).toMatchObject({ onRoll: false, whyNot: 'claim-waiting' });
      }
      const [{ id }] = (await queue(slug)).items;
      expect((await decide(slug, id, { accept: true })).statusCode).toBe(204);
    });

    it('is decided by an officer of the place, never on themselves', async () => {
      const { slug } = await round();
      await claim(slug, officer);
      const [{ id }] = (await queue(slug)).items;
      expect(await refusal(decide(slug, id, { accept: true }))).toEqual([403, 'roll.own-claim']);
      expect(await refusal(decide(slug, id, { accept: true }, resident))).toEqual([
        403,
        'identity.role-missing',
      ]);
      expect(await refusal(decide(slug, id, { accept: true }, stranger))).toEqual([
        403,
        'identity.role-missing',
      ]);
      expect((await decide(slug, id, { accept: 'yes' })).statusCode).toBe(400);
      expect((await decide(slug, 'x', { accept: true })).statusCode).toBe(400);
      expect(await refusal(decide(slug, '4a1f7a1e-59a5-4d5a-a6a1-6a1c1a1f7a1e', { accept: true }))).toEqual([
        404,
        'roll.claim-unknown',
      ]);
      const list = api.send('GET', `/rounds/${slug}/roll/claims`, undefined, resident.token);
      expect(await refusal(list)).toEqual([403, 'identity.role-missing']);
      expect((await api.send('GET', `/rounds/${slug}/roll/me`)).statusCode).toBe(401);
    });
  });

  describe('the same person twice', () => {
    it('is one elector: variants of name, mailbox and home go to review, and the match is explained', async () => {
      const { slug, id } = await round();
      const first = await signedIn(api);
      await claim(slug, first, { fullName: 'Elizabeth Mary King' });
      await decide(slug, (await queue(slug)).items[0].id, { accept: true });

      const variants: [object, RegExp][] = [
        [{ fullName: 'KING, Elizabeth Mary', house: '14 High Street' }, /as good as certainly/],
        [{ fullName: 'Liz King' }, /twin/],
        [{ fullName: 'Elizabeth Mary King', postcode: 'ST1 9ZZ', house: '2' }, /moved/],
        [{ fullName: 'E. King', postcode: 'ST1 9ZZ', house: '2' }, /another way to write/],
      ];
      for (const [change, sentence] of variants) {
        const again = await signedIn(api);
        expect((await claim(slug, again, change)).json().whyNot).toBe('claim-waiting');
        const { items } = await queue(slug);
        expect(items[0].alike).toMatchObject([{ linked: true }]);
        expect(items[0].alike[0].why.join(' ')).toMatch(sentence);
        const sameAs = { accept: true, sameAs: items[0].alike[0].elector };
        expect(await refusal(decide(slug, items[0].id, sameAs))).toEqual([409, 'roll.duplicate']);
        if (sentence.source.startsWith('as good')) {
          expect(await refusal(decide(slug, items[0].id, { accept: true }))).toEqual([409, 'roll.duplicate']);
        }
        await decide(slug, items[0].id, { accept: false });
      }
      expect(await electors(id)).toBe(1);
    });

    it('is two electors when names of another script differ in a vowel sign: an officer looks, nobody is lost', async () => {
      const { slug, id } = await round();
      const lines = ['सीमा पटेल,1980-02-29,ST1 5HH,14,', 'सोमा पटेल,1980-02-29,ST1 5HH,14,'];
      expect((await put(slug, lines)).json()).toMatchObject({ added: 1, already: 0, toReview: 1 });
      const [soma] = (await queue(slug)).items;
      expect(soma).toMatchObject({
        fullName: 'सोमा पटेल',
        alike: [{ why: expect.arrayContaining([expect.stringContaining('twin')]) }],
      });
      await decide(slug, soma.id, { accept: true });
      expect(await electors(id)).toBe(2);
      for (const fullName of ['सीमा पटेल', 'सोमा पटेल']) {
        const sought = { fullName, dateOfBirth: '1980-02-29', postcode: 'ST1 5HH', house: '14' };
        const found = await api.send('POST', `/rounds/${slug}/roll/search`, sought, officer.token);
        expect(found.json()).toMatchObject([{ certain: true }]);
      }
    });

    it('is one elector when two accounts ask at once', async () => {
      const { slug, id } = await round();
      const [one, two] = [await signedIn(api), await signedIn(api)];
      await Promise.all([claim(slug, one), claim(slug, two)]);
      const { items } = await queue(slug);
      expect(items).toMatchObject([{ alsoWaiting: 1 }, { alsoWaiting: 1 }]);

      const both = await Promise.all(
        items.map((item: { id: string }) => decide(slug, item.id, { accept: true })),
      );

      expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([204, 409]);
      expect(await electors(id)).toBe(1);
    });

    it('is the entry of the council’s file, at once when the file names the confirmed e-mail address', async () => {
      const { slug, id } = await round();
      const [known, unknown] = [await signedIn(api), await signedIn(api)];
      await put(slug, [
        `Ada King,1980-02-29,ST1 5HH,14,${known.email.toUpperCase()}`,
        'Ben Moss,1980-02-29,ST1 5HH,20,',
      ]);
      expect((await claim(slug, known)).json()).toMatchObject({ onRoll: true, claim: { stage: 'accepted' } });

      await claim(slug, unknown, { fullName: 'Ben Moss', house: '20' });
      const { items } = await queue(slug);
      expect(items[0].alike).toMatchObject([{ linked: false }]);
      expect((await decide(slug, items[0].id, { accept: true })).statusCode).toBe(204);
      expect(await electors(id)).toBe(2);
    });
  });

  describe('a letter with a code', () => {
    const letter = (slug: string, id: string, as = officer) =>
      api.send('POST', `/rounds/${slug}/roll/claims/${id}/letter`, undefined, as.token);
    const enter = (slug: string, code: string, as: TestPerson) =>
      api.send('POST', `/rounds/${slug}/roll/code`, { code }, as.token);

    it('puts on the roll whoever got it, once', async () => {
      const { slug } = await round();
      const person = await signedIn(api);
      await claim(slug, person);
      const [{ id }] = (await queue(slug)).items;
      expect(await refusal(letter(slug, id, resident))).toEqual([403, 'identity.role-missing']);
      const replaced = (await letter(slug, id)).json();
      const sent = (await letter(slug, id)).json();
      expect(sent).toEqual({
        code: expect.stringMatching(/^\w{5}-\w{5}$/),
        fullName: 'Ada King',
        house: '14',
        postcode: 'ST1 5HH',
      });
      expect((await me(slug, person)).claim.letterSent).toBe(true);

      expect(await refusal(enter(slug, replaced.code, person))).toEqual([422, 'roll.wrong-code']);
      expect(await refusal(enter(slug, sent.code, await signedIn(api)))).toEqual([422, 'roll.wrong-code']);
      const done = await enter(slug, ` ${sent.code.toLowerCase().replace('-', ' ')} `, person);
      expect(done.json()).toMatchObject({ onRoll: true, claim: { stage: 'accepted' } });
      expect(await refusal(enter(slug, sent.code, person))).toEqual([422, 'roll.wrong-code']);
    });

    it('does not decide about somebody who may be on the roll already', async () => {
      const { slug } = await round();
      await put(slug, ['Benny King,1980-02-29,ST1 5HH,14,']);
      const person = await signedIn(api);
      await claim(slug, person);
      const [{ id }] = (await queue(slug)).items;
      const { code } = (await letter(slug, id)).json();
      expect((await enter(slug, code, person)).json().whyNot).toBe('claim-waiting');
      expect((await queue(slug)).items).toMatchObject([{ addressConfirmed: true, letterSent: false }]);
    });

    it('cannot be guessed', async () => {
      const { slug } = await round();
      const person = await signedIn(api);
      await claim(slug, person);
      await letter(slug, (await queue(slug)).items[0].id);
      const tries = [];
      for (let n = 0; n < 7; n++) tries.push((await enter(slug, `AAAAA-0000${n}`, person)).statusCode);
      expect(tries).toEqual([422, 422, 422, 422, 422, 422, 429]);
      await forgetTries(api);
    });
  });

  it('freezes when voting opens: nobody joins, nothing is decided, no pass for who is not on it', async () => {
    const { slug, id } = await round();
    const [waiting, late] = [await signedIn(api), await signedIn(api)];
    await claim(slug, waiting);
    const [item] = (await queue(slug)).items;
    await passDays(api, slug, 10);

    expect(await refusal(claim(slug, late))).toEqual([409, 'roll.frozen']);
    expect(await refusal(decide(slug, item.id, { accept: true }))).toEqual([409, 'roll.frozen']);
    expect(await refusal(put(slug, ['Ada King,1980-02-29,ST1 5HH,14,']))).toEqual([409, 'roll.frozen']);
    expect(await me(slug, waiting)).toMatchObject({ onRoll: false, whyNot: 'too-late', frozen: true });
    const pass = api.send('POST', `/rounds/${slug}/pass`, { blinded: blindedMessage() }, waiting.token);
    expect(await refusal(pass)).toEqual([403, 'roll.not-on-roll']);
    expect(await electors(id)).toBe(0);
  });

  it('finds who stands at the table by what they say, and nobody else', async () => {
    const { slug } = await round();
    await put(slug, ['Ada King,1980-02-29,ST1 5HH,14,', 'Ben Moss,1991-05-06,ST1 5HH,16,']);
    const search = (body: object, as = officer) =>
      api.send(
        'POST',
        `/rounds/${slug}/roll/search`,
        { dateOfBirth: '1980-02-29', postcode: 'ST1 5HH', ...body },
        as.token,
      );

    expect((await search({ fullName: 'King, Ada', house: '14 High St' })).json()).toMatchObject([
      { certain: true, issued: null },
    ]);
    expect((await search({ fullName: 'Ada Moss', house: '14' })).json()).toMatchObject([{ certain: false }]);
    expect((await search({ fullName: 'Zoe Nobody', house: '99' })).json()).toEqual([]);
    expect((await search({ fullName: 'Ada King', house: '14', dateOfBirth: 'yesterday' })).statusCode).toBe(
      400,
    );
    expect(await refusal(search({ fullName: 'Ada King', house: '14' }, resident))).toEqual([
      403,
      'identity.role-missing',
    ]);
  });

  it('does not exist for drafts, unknown rounds and elections held elsewhere', async () => {
    const draft = await testRound(api, officer.token, 'north', 'draft');
    expect(await refusal(claim(draft.slug, resident))).toEqual([404, 'round.unknown']);
    expect(await refusal(api.send('GET', `/rounds/${draft.slug}/turnout`))).toEqual([404, 'round.unknown']);
    expect(await refusal(api.send('GET', '/rounds/nowhere/issuer-keys'))).toEqual([404, 'round.unknown']);
    expect((await put(draft.slug, ['Ada King,1980-02-29,ST1 5HH,14,'])).json().added).toBe(1);
    expect(await refusal(put(draft.slug, ['x'], '', stranger))).toEqual([404, 'round.unknown']);
  });
});
