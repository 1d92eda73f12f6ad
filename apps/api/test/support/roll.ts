import { createHash, createPublicKey, randomBytes } from 'node:crypto';

import type { TestPerson } from './people.js';
import type { TestApp } from './test-app.js';

/** A file upload through the whole stack. */
export function upload(
  api: TestApp,
  path: string,
  file: string | Buffer,
  as: string,
  fields: Readonly<Record<string, string>> = {},
  headers: Readonly<Record<string, string>> = {},
) {
  const boundary = 'part-of-the-tests';
  const before = Object.entries(fields)
    .map(
      ([name, value]) =>
        `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    )
    .join('');
  const head = `${before}--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="roll.csv"\r\ncontent-type: text/csv\r\n\r\n`;
  return api.app.inject({
    method: 'POST',
    url: `/api${path}`,
    payload: Buffer.concat([Buffer.from(head), Buffer.from(file), Buffer.from(`\r\n--${boundary}--\r\n`)]),
    headers: {
      'content-type': `multipart/form-data; boundary=${boundary}`,
      authorization: `Bearer ${as}`,
      ...headers,
    },
  });
}

/** 384 bytes below any 3072-bit modulus, in base64url: what a browser sends instead of its message. */
export function blindedMessage(): string {
  const bytes = randomBytes(384);
  bytes[0] = 0;
  return bytes.toString('base64url');
}

/** Puts somebody with an account on the roll, straight in the database. @returns the elector */
export async function onRoll(api: TestApp, election: string, person: TestPerson): Promise<string> {
  const [{ elector }] = await api.db.query<[{ elector: string }]>(
    `INSERT INTO roll.elector (election, style) VALUES ($1, 'all') RETURNING elector`,
    [election],
  );
  await api.db.query(
    `INSERT INTO roll.claim (election, person, elector, stage, origin, connection, decided_at)
     VALUES ($1, $2, $3, 'accepted', 'account', 'live', clock_timestamp())`,
    [election, person.id, elector],
  );
  await api.db.query(
    'INSERT INTO roll.match_key (election, elector, likeness, digest) VALUES ($1, $2, $3, $4)',
    [election, elector, 'person', createHash('sha256').update(person.id).digest()],
  );
  return elector;
}

/** The public key of a round that is being voted on. */
export async function issuerKey(api: TestApp, slug: string) {
  const [key] = (await api.send('GET', `/rounds/${slug}/issuer-keys`)).json<
    { spki: string; sha256: string }[]
  >();
  if (!key) throw new Error('no issuer key');
  return createPublicKey({ key: Buffer.from(key.spki, 'base64url'), format: 'der', type: 'spki' });
}
