import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { S3Store } from './s3-store.js';

const SECRET = 'a secret of the tests';
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Signature version 4, worked out here from its specification, apart from the library that signs. */
function isSigned(request: IncomingMessage, secret: string): boolean {
  const authorisation = String(request.headers.authorization);
  const [, day = '', region = '', names = '', given] =
    /^AWS4-HMAC-SHA256 Credential=key-id\/(\d{8})\/([\w-]+)\/s3\/aws4_request, SignedHeaders=([\w;-]+), Signature=([0-9a-f]{64})$/.exec(
      authorisation,
    ) ?? [];
  const headers = names.split(';').map((name) => `${name}:${String(request.headers[name])}\n`);
  const canonical = [
    request.method,
    request.url,
    '',
    headers.join(''),
    names,
    request.headers['x-amz-content-sha256'],
  ].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', request.headers['x-amz-date'], scope, sha256(canonical)].join('\n');
  const key = [day, region, 's3', 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${secret}`);
  return hmac(key, toSign).toString('hex') === given;
}

describe('S3Store', () => {
  const kept = new Map<string, Buffer>();
  let server: Server;
  let bucketUrl: string;
  beforeEach(async () => {
    kept.clear();
    server = createServer((request, answer) => {
      void buffer(request).then((body) => {
        const path = request.url ?? '';
        if (!isSigned(request, SECRET)) return answer.writeHead(403).end('<Error/>');
        if (request.method === 'PUT') kept.set(path, body);
        if (request.method === 'DELETE') kept.delete(path);
        const content = kept.get(path);
        if (request.method !== 'GET') return answer.writeHead(200).end();
        return content ? answer.writeHead(200).end(content) : answer.writeHead(404).end();
      });
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    bucketUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/pictures`;
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  const store = (secretAccessKey = SECRET): S3Store =>
    new S3Store({ bucketUrl, region: 'eu-west-2', accessKeyId: 'key-id', secretAccessKey });

  it('writes, reads and removes with requests that are signed', async () => {
    const content = Buffer.alloc(100_000, 7);
    await store().write('an-id', { name: '800.webp', content });
    expect([...kept.keys()]).toEqual(['/pictures/an-id/800.webp']);

    const file = await store().read('an-id', '800.webp');
    expect(file && (await buffer(file.content)).equals(content)).toBe(true);
    await store().remove('an-id', ['800.webp', '320.webp']);
    expect(await store().read('an-id', '800.webp')).toBeUndefined();
  });

  it('says so when the store refuses, and keeps nothing', async () => {
    const writing = store('another secret').write('an-id', { name: '800.webp', content: Buffer.from('x') });
    await expect(writing).rejects.toThrow('answered PUT with 403');
    expect(kept.size).toBe(0);
  });
});
