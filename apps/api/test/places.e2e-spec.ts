import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { signedIn } from './support/people.js';
import { testPlace } from './support/places.js';
import { addStokeOnTrent } from './support/stoke-on-trent.js';
import { type TestApp, testApp } from './support/test-app.js';

describe('places', () => {
  let api: TestApp;
  let administrator: string;
  beforeAll(async () => {
    api = await testApp();
    await addStokeOnTrent(api.db);
    administrator = (await signedIn(api, { roles: [['administrator', 'stoke-on-trent']] })).token;
  });
  afterAll(() => api.close());

  it('lists the council first and its 34 wards by name', async () => {
    const places = (await api.send('GET', '/places')).json();

    expect(places).toHaveLength(35);
    expect(places[0]).toEqual({
      slug: 'stoke-on-trent',
      name: 'Stoke-on-Trent',
      kind: 'council',
      code: 'E06000021',
      parentSlug: null,
      population: 258363,
      validFrom: '2023-05-04',
      validTo: null,
    });
    expect(places[1]).toMatchObject({ slug: 'abbey-hulton', parentSlug: 'stoke-on-trent', population: 6559 });
  });

  it('may be loaded twice', async () => {
    await addStokeOnTrent(api.db);
    expect((await api.send('GET', '/places')).json()).toHaveLength(35);
  });

  it('leaves out what is no longer in force, but still shows its page', async () => {
    await testPlace(api, 'old-ward', { kind: 'ward', parent: 'stoke-on-trent' });
    await api.db.query(`UPDATE places SET valid_to = '2023-05-04' WHERE slug = 'old-ward'`);

    expect(JSON.stringify((await api.send('GET', '/places')).json())).not.toContain('old-ward');
    expect((await api.send('GET', '/places/stoke-on-trent')).json().children).toHaveLength(34);
    expect((await api.send('GET', '/places/old-ward')).json()).toMatchObject({ validTo: '2023-05-04' });
  });

  it('shows a place between those above and those below it', async () => {
    await testPlace(api, 'an-estate', { kind: 'estate', parent: 'bentilee-ubberley-and-townsend' });

    const ward = (await api.send('GET', '/places/bentilee-ubberley-and-townsend')).json();
    expect(ward.ancestors).toEqual([{ slug: 'stoke-on-trent', name: 'Stoke-on-Trent', kind: 'council' }]);
    expect(ward.children).toEqual([{ slug: 'an-estate', name: 'an-estate', kind: 'estate' }]);
    expect(ward).toMatchObject({ boundaryIsApproximate: true });
    expect(ward.boundaryCredit).toContain('Open Government Licence v3.0');

    const estate = (await api.send('GET', '/places/an-estate')).json();
    expect(estate.ancestors.map(({ slug }: { slug: string }) => slug)).toEqual([
      'stoke-on-trent',
      'bentilee-ubberley-and-townsend',
    ]);
  });

  it('knows no other place', async () => {
    for (const path of ['/places/atlantis', '/places/atlantis/boundaries']) {
      const answer = await api.send('GET', path);
      expect([answer.statusCode, answer.json().title]).toEqual([404, 'place.unknown']);
    }
  });

  it('draws the city as one outline and its wards, and lets browsers keep the drawing', async () => {
    const answer = await api.send('GET', '/places/stoke-on-trent/boundaries');
    expect(answer.headers).toMatchObject({
      'content-type': expect.stringContaining('application/geo+json'),
      'cache-control': 'public, max-age=3600',
    });

    const [city, ...wards] = answer.json().features;
    expect(city).toMatchObject({ type: 'Feature', properties: { slug: 'stoke-on-trent', role: 'self' } });
    expect(city.geometry.coordinates).toHaveLength(1);
    expect(wards).toHaveLength(34);
    expect(wards[0]).toMatchObject({ properties: { name: 'Abbey Hulton', kind: 'ward', role: 'child' } });

    const again = await api.app.inject({
      url: '/api/places/stoke-on-trent/boundaries',
      headers: { 'if-none-match': String(answer.headers['etag']) },
    });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  describe('postcodes', () => {
    const header = 'pcd,pcds,osward,oslaua\n';

    async function upload(csv: string | Uint8Array<ArrayBuffer>, as?: string, query = '') {
      const form = new FormData();
      form.append('file', new Blob([csv]), 'postcodes.csv');
      const body = new Response(form);
      return api.app.inject({
        method: 'POST',
        url: `/api/postcodes/import${query}`,
        headers: {
          'content-type': String(body.headers.get('content-type')),
          ...(as && { authorization: `Bearer ${as}` }),
        },
        payload: Buffer.from(await body.arrayBuffer()),
      });
    }

    it.each(['st1 5hh', 'ST15HH', 'ST1%C2%A05HH', '%20St1%E2%80%AF5hh%20'])(
      'finds the demo city’s %s, and says that it is made up',
      async (written) => {
        expect((await api.send('GET', `/postcodes/${written}`)).json()).toMatchObject({
          postcode: 'ST1 5HH',
          place: { slug: 'hanley-park-joiners-square-and-shelton' },
          invented: true,
        });
      },
    );

    it('gives an example that it finds', async () => {
      const { example } = (await api.send('GET', '/postcodes')).json();
      expect((await api.send('GET', `/postcodes/${example}`)).statusCode).toBe(200);
    });

    it('has postcodes of every ward of the demo city', async () => {
      const wards = await api.db.query(
        `SELECT slug FROM places WHERE kind = 'ward' AND valid_to IS NULL AND id NOT IN (SELECT place_id FROM postcodes)`,
      );
      expect(wards).toEqual([]);
    });

    it('stores what lies in its places: the ward when it is known, else the council', async () => {
      const answer = await upload(
        `${header}ZZ1 1AA,ZZ1 1AA,E05014555,E06000021\n` +
          'ZZ1 1AB,ZZ1 1AB,E05099999,E06000021\n"ZZ9 9ZZ","ZZ9 9ZZ",E05000001,E09000001\n',
        administrator,
      );

      expect(answer.json()).toEqual({ read: 3, stored: 2, skipped: 1, notes: [], split: [] });
      expect((await api.send('GET', '/postcodes/zz11aa')).json()).toEqual({
        postcode: 'ZZ1 1AA',
        place: { slug: 'abbey-hulton', name: 'Abbey Hulton', kind: 'ward' },
        ancestors: [{ slug: 'stoke-on-trent', name: 'Stoke-on-Trent', kind: 'council' }],
        invented: false,
      });
      expect((await api.send('GET', '/postcodes/ZZ1%201AB')).json()).toMatchObject({
        place: { slug: 'stoke-on-trent' },
        ancestors: [],
      });
    });

    it('moves a postcode that is imported again', async () => {
      await upload(`${header}X,ZZ1 1AA,E05014556,E06000021\n`, administrator);
      expect((await api.send('GET', '/postcodes/ZZ1 1AA')).json().place.slug).toBe(
        'baddeley-milton-and-norton',
      );
    });

    it.each([
      'pcds,lad26cd,wd26cd\n',
      'pcds;lad26cd;wd26cd\n',
      'sep=;\npcds;lad26cd;wd26cd\n',
      'pcds\tlad26cd\twd26cd\n',
    ])('reads the columns of any year, however they are parted: %j', async (headings) => {
      const mark = headings.includes(';') ? ';' : headings.includes('\t') ? '\t' : ',';
      const csv = `${headings}${['ZZ5 1AA', 'E06000021', 'E05014555'].join(mark)}\n`;
      expect((await upload(csv, administrator)).json()).toMatchObject({ read: 1, stored: 1, notes: [] });
    });

    it('reads the newest of two years and says so', async () => {
      const csv = 'pcds,wd25cd,wd26cd,lad26cd\nZZ5 1AB,E05014556,E05014555,E06000021\n';
      expect((await upload(csv, administrator)).json().notes).toEqual([
        'wd26cd was read; wd25cd set aside as older.',
      ]);
      expect((await api.send('GET', '/postcodes/ZZ5 1AB')).json().place.slug).toBe('abbey-hulton');
    });

    it('names a postcode that two lines put into two wards, and holds it for neither', async () => {
      const csv = `${header}X,ZZ6 1AA,E05014555,E06000021\nX,ZZ6 1AB,E05014555,E06000021\nX,ZZ6 1AA,E05014556,E06000021\n`;
      expect((await upload(csv, administrator)).json().split).toEqual([
        { postcode: 'ZZ6 1AA', lines: [2, 4] },
      ]);
      expect((await api.send('GET', '/postcodes/ZZ6 1AA')).json().place.slug).toBe('stoke-on-trent');
      expect((await api.send('GET', '/postcodes/ZZ6 1AB')).json().place.slug).toBe('abbey-hulton');
    });

    it('asks before it reads a file that is not UTF-8, and refuses a NUL with its line', async () => {
      const csv = Uint8Array.from(
        [...'pcds,osward,oslaua,name\nZZ7 1AA,E05014555,E06000021,Caf\xe9\n'].map((one) => one.charCodeAt(0)),
      );
      const asked = await upload(csv, administrator);
      expect([asked.statusCode, asked.json()]).toEqual([
        422,
        expect.objectContaining({
          title: 'file.encoding-unsure',
          guess: 'windows-1252',
          line: 2,
          sample: [{ line: 2, text: 'ZZ7 1AA,E05014555,E06000021,Café' }],
        }),
      ]);
      const confirmed = await upload(csv, administrator, '?encoding=windows-1252');
      expect(confirmed.json()).toMatchObject({ stored: 1 });
      expect((await upload(csv, administrator, '?encoding=klingon')).statusCode).toBe(400);
      const nul = await upload(`${header}X,ZZ7 1AB,\0,E06000021\n`, administrator);
      expect(nul.json()).toMatchObject({ title: 'postcode.file-faulty', line: 2 });
      expect(nul.json().reason).toContain('NUL');
    });

    it.each([
      ['an unknown postcode', 'ZZ2 2ZZ', 404, 'postcode.unknown'],
      ['something else', 'Hanley', 422, 'postcode.malformed'],
    ])('refuses %s', async (_, postcode, status, code) => {
      const answer = await api.send('GET', `/postcodes/${postcode}`);
      expect([answer.statusCode, answer.json().title]).toEqual([status, code]);
    });

    it.each([
      ['a missing column', 'pcds,oslaua\nZZ3 1AA,E06000021\n', 1, 'osward'],
      [
        'a cell too many',
        `${header}X,ZZ3 1AA,E05014555,E06000021\nX,ZZ3 1AB,E05014555,E06000021,1\n`,
        3,
        'cells',
      ],
      ['something that is no postcode', `${header}X,ZZ3 1AA,E05014555,E06000021\nX,none,,\n`, 3, 'none'],
      ['an open quotation mark', `${header}X,ZZ3 1AA,E05014555,E06000021\nX,"ZZ3,,\n`, 3, 'quotation'],
      ['nothing', '', 1, 'empty'],
    ])('refuses a file with %s, says where, and stores none of it', async (_, csv, line, reason) => {
      const answer = await upload(csv, administrator);

      expect(answer.statusCode).toBe(422);
      expect(answer.json()).toMatchObject({ title: 'postcode.file-faulty', line });
      expect(answer.json().reason).toContain(reason);
      expect((await api.send('GET', '/postcodes/ZZ3 1AA')).statusCode).toBe(404);
    });

    it('leaves nothing behind when a large file breaks near its end', async () => {
      const many = Array.from({ length: 12_000 }, (_, n) => {
        const end = `${n % 10}${String.fromCharCode(65 + (Math.floor(n / 10) % 26))}`;
        return `X,ZZ${Math.floor(n / 260)} ${end}A,E05014555,E06000021\n`;
      });
      expect((await upload(`${header}${many.join('')}broken\n`, administrator)).json()).toMatchObject({
        line: 12_002,
      });
      expect((await api.send('GET', '/postcodes/ZZ2 2CA')).statusCode).toBe(404);
    });

    it('is for administrators with a second factor, and within their places', async () => {
      const officer = await signedIn(api, { roles: [['officer', 'stoke-on-trent']] });
      const unsure = await signedIn(api, {
        roles: [['administrator', 'stoke-on-trent']],
        secondFactor: false,
      });
      await testPlace(api, 'elsewhere');
      const stranger = await signedIn(api, { roles: [['administrator', 'elsewhere']] });
      const csv = `${header}X,ZZ4 1AA,E05014555,E06000021\n`;

      expect((await upload(csv)).statusCode).toBe(401);
      expect((await upload(csv, officer.token)).json().title).toBe('identity.role-missing');
      expect((await upload(csv, unsure.token)).json().title).toBe('identity.second-factor-needed');
      expect((await upload(csv, stranger.token)).json()).toMatchObject({ read: 1, stored: 0, skipped: 1 });
      const noFile = await api.send('POST', '/postcodes/import', {}, administrator);
      expect(noFile.json().title).toBe('postcode.file-faulty');
    });
  });
});
