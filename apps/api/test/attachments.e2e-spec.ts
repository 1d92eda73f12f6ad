import { access } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';

import { attach, phonePicture, PLAIN_PDF } from './support/files.js';
import { settled } from './support/outbox.js';
import { signedIn, type TestPerson } from './support/people.js';
import { testPlace } from './support/places.js';
import { completeText } from './support/proposals.js';
import { testRound } from './support/rounds.js';
import { type TestApp, testApp } from './support/test-app.js';

interface Shown {
  readonly id: string;
  readonly kind: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
  readonly url: string;
  readonly srcset: string;
}

const FOLDER = join(tmpdir(), 'commonthread-test-attachments');
const ALT = 'The gap between gate and pond, with nowhere to sit.';

/** A few bytes that claim to be a picture of any size. */
function pngClaiming(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1_000_000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

describe('attachments', () => {
  let api: TestApp;
  let officer: TestPerson;
  let author: TestPerson;
  let number: number;
  beforeAll(async () => {
    api = await testApp();
    await testPlace(api, 'city');
    officer = await signedIn(api, { roles: [['officer', 'city']] });
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    author = await signedIn(api);
    const { slug } = await testRound(api, officer.token, 'city', 'ideas');
    const started = await api.send('POST', '/proposals', { roundSlug: slug, title: 'A bench' }, author.token);
    number = started.json().number;
  });

  const fields = (change: Record<string, string> = {}) => ({
    ownerKind: 'proposal',
    ownerId: String(number),
    alt: ALT,
    ...change,
  });
  const add = async (file: Buffer | null, as: TestPerson | undefined = author, change = {}) =>
    attach(api, as?.token, fields(change), file);
  const list = async (as?: TestPerson): Promise<Shown[]> =>
    (await api.send('GET', `/attachments?ownerKind=proposal&ownerId=${number}`, undefined, as?.token)).json();
  const fetched = (url: string) => api.app.inject({ method: 'GET', url });
  const submit = async (): Promise<void> => {
    const { version } = (await api.send('GET', `/proposals/${number}`, undefined, author.token)).json();
    await api.send('PATCH', `/proposals/${number}`, { version, ...completeText }, author.token);
    const sent = await api.send('POST', `/proposals/${number}/submit`, undefined, author.token);
    expect(sent.statusCode).toBe(200);
  };
  const refusal = (answer: { statusCode: number; json: () => { title: string } }) => [
    answer.statusCode,
    answer.json().title,
  ];

  it('draws a picture anew, upright and without where it was taken', async () => {
    const sent = await phonePicture();
    expect(sent.includes('canary-of-the-tests')).toBe(true);
    const answer = await add(sent);
    expect([answer.statusCode, answer.json()]).toMatchObject([201, { kind: 'image', alt: ALT }]);
    const { url, width, height, srcset } = answer.json<Shown>();
    expect([width, height]).toEqual([300, 400]);
    expect(srcset.split(', ')).toHaveLength(3);

    const picture = await fetched(url);
    expect(picture.headers['content-type']).toBe('image/webp');
    expect(picture.rawPayload.includes('canary-of-the-tests')).toBe(false);
    const { exif, xmp, orientation } = await sharp(picture.rawPayload).metadata();
    expect([exif, xmp, orientation]).toEqual([undefined, undefined, undefined]);
  });

  it('keeps it to its author until the proposal is public', async () => {
    const { url } = (await add(await phonePicture())).json<Shown>();
    const [bare = ''] = url.split('?');
    expect((await fetched(url)).headers['cache-control']).toBe('private, no-store');
    expect(refusal(await fetched(bare))).toEqual([404, 'attachment.unknown']);
    expect(refusal(await fetched(`${bare}?until=99999999999&key=guess`))).toEqual([
      404,
      'attachment.unknown',
    ]);
    expect(refusal(await fetched(url.replace(/until=\d+/, 'until=99999999999')))[0]).toBe(404);
    expect([await list(), await list(officer), (await list(author)).length]).toEqual([[], [], 1]);

    await submit();
    const shown = await fetched((await list())[0]!.url);
    expect(shown.statusCode).toBe(200);
    expect(shown.headers).toMatchObject({
      'cache-control': 'public, max-age=3600',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'content-disposition': 'inline',
    });
  });

  it('hands a document out as a download that nothing can run in', async () => {
    const { url, kind, srcset } = (await add(PLAIN_PDF)).json<Shown>();
    expect([kind, srcset]).toEqual(['pdf', null]);
    const { headers, rawPayload } = await fetched(url);
    expect(headers['content-disposition']).toMatch(/^attachment; filename="document-[0-9a-f]{8}\.pdf"$/);
    expect(headers['content-security-policy']).toBe("default-src 'none'; sandbox");
    expect(rawPayload.equals(PLAIN_PDF)).toBe(true);
  });

  describe('refuses', () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
    it.each<[string, string, () => Buffer | Promise<Buffer>]>([
      ['an SVG', 'type-refused', () => Buffer.from(svg)],
      ['a page', 'type-refused', () => Buffer.from('<!doctype html><script>alert(1)</script>')],
      ['nothing at all', 'empty', () => Buffer.alloc(0)],
      ['a zip archive', 'type-refused', () => Buffer.from('PK\x03\x04 and more', 'latin1')],
      ['a page behind the mark of a JPEG', 'unreadable', () => Buffer.from(`\xff\xd8\xff${svg}`, 'latin1')],
      ['30,000 by 30,000 pixels', 'too-many-pixels', () => pngClaiming(30_000, 30_000)],
      ['half a picture', 'unreadable', async () => (await phonePicture(900, 900)).subarray(0, 3000)],
      ['a PDF behind something else', 'type-refused', () => Buffer.concat([Buffer.from('\n'), PLAIN_PDF])],
      ['a PDF with a script', 'active-content', () => Buffer.from('%PDF-1.4\n<< /JavaScript (x) >>\n%%EOF')],
      [
        'a script by another spelling',
        'active-content',
        () => Buffer.from('%PDF-1.4\n<< /J#53 (x) >>\n%%EOF'),
      ],
      ['a PDF cut off', 'unreadable', () => Buffer.from('%PDF-1.4\nand no end')],
      ['11 MB of PDF', 'too-large', () => Buffer.concat([PLAIN_PDF, Buffer.alloc(11 << 20)])],
      ['16 MB', 'too-large', () => Buffer.alloc(16 << 20, 0xff)],
    ])('%s', async (_, code, file) => {
      expect(refusal(await add(await file()))).toEqual([422, `attachment.${code}`]);
      expect(await list(author)).toEqual([]);
    });

    it('a request without a file', async () => {
      expect(refusal(await add(null))).toEqual([422, 'attachment.no-file']);
      const plain = await api.send('POST', '/attachments', fields(), author.token);
      expect(refusal(plain)).toEqual([422, 'attachment.no-file']);
    });

    it('malformed fields', async () => {
      const picture = await phonePicture();
      for (const change of [{ alt: ' no ' }, { ownerId: '../../etc' }, { ownerKind: 'X' }, { more: 'x' }])
        expect(refusal(await add(picture, author, change))).toEqual([400, 'request.malformed']);
      expect((await api.send('GET', '/attachments?ownerKind=proposal')).statusCode).toBe(400);
      const { id } = (await add(picture)).json<Shown>();
      expect((await api.send('PATCH', `/attachments/${id}`, { alt: '' }, author.token)).statusCode).toBe(400);
      const outside = await fetched(`/api/attachments/${id}/..%2f..%2fetc%2fpasswd`);
      expect(refusal(outside)).toEqual([404, 'attachment.unknown']);
    });

    it('everybody but the author, and a sixth', async () => {
      const picture = await phonePicture(20, 20);
      expect((await add(picture, undefined, {})).statusCode).toBe(201);
      expect((await attach(api, undefined, fields(), picture)).statusCode).toBe(401);
      expect(refusal(await add(picture, officer))).toEqual([404, 'proposal.unknown']);
      expect(refusal(await add(picture, author, { ownerKind: 'planet' }))).toEqual([
        404,
        'attachment.owner-unknown',
      ]);
      const more = await Promise.all(Array.from({ length: 6 }, () => add(picture)));
      expect(more.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 201, 201, 201, 409, 409]);
      expect(await list(author)).toHaveLength(5);
    });

    it('a member under 18', async () => {
      const year = new Date().getFullYear() - 15;
      await api.db.query('UPDATE people SET date_of_birth = $2 WHERE id = $1', [author.id, `${year}-01-01`]);
      expect(refusal(await add(await phonePicture()))).toEqual([403, 'attachment.under-18']);
    });

    it('changes once the words are settled', async () => {
      const { id } = (await add(await phonePicture())).json<Shown>();
      await submit();
      const remove = () => api.send('DELETE', `/attachments/${id}`, undefined, author.token);
      expect(refusal(await remove())).toEqual([409, 'proposal.not-editable']);
      expect(refusal(await add(await phonePicture()))).toEqual([409, 'proposal.not-editable']);
    });
  });

  it('takes no word of the name and the type a browser sends', async () => {
    const sent = { name: '../../../evil.php.html', type: 'text/html' };
    const answer = await attach(api, author.token, fields(), await phonePicture(), sent);
    expect(answer.statusCode).toBe(201);
    expect(answer.body).not.toContain('evil');
    expect((await fetched(answer.json<Shown>().url)).headers['content-type']).toBe('image/webp');
  });

  it('is worded anew and removed with its files by its author', async () => {
    const { id, url } = (await add(await phonePicture())).json<Shown>();
    await access(join(FOLDER, id.slice(0, 2), id, '800.webp'));
    const alt = 'The pond, seen from the gate.';
    expect((await api.send('PATCH', `/attachments/${id}`, { alt }, author.token)).json().alt).toBe(alt);
    for (const [method, body] of [['PATCH', { alt }] as const, ['DELETE', undefined] as const]) {
      expect((await api.send(method, `/attachments/${id}`, body)).statusCode).toBe(401);
      expect(refusal(await api.send(method, `/attachments/${id}`, body, officer.token))[0]).toBe(404);
    }
    expect((await api.send('DELETE', `/attachments/${id}`, undefined, author.token)).statusCode).toBe(204);
    expect((await fetched(url)).statusCode).toBe(404);
    await settled(api);
    await expect(access(join(FOLDER, id.slice(0, 2), id))).rejects.toThrow('ENOENT');
    const again = await api.send('DELETE', `/attachments/${id}`, undefined, author.token);
    expect(refusal(again)).toEqual([404, 'attachment.unknown']);
  });

  it('decodes hostile pictures within bounded memory', async () => {
    const before = process.memoryUsage().rss;
    const large = await sharp({ create: { width: 7000, height: 7000, channels: 3, background: '#123456' } })
      .png()
      .toBuffer();
    const answers = await Promise.all([large, large, pngClaiming(60_000, 60_000)].map((file) => add(file)));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 201, 422]);
    expect(process.memoryUsage().rss - before).toBeLessThan(500 * 1024 * 1024);
  });
});
