import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';

import { AwsClient } from 'aws4fetch';

import { FILE_TYPES, type OpenFile, type StoredFile } from '../attachment.js';
import { FileStore } from './file-store.js';

export interface S3Settings {
  /** `https://objects.example/bucket`: the bucket in the path, as every S3-like service understands it. */
  readonly bucketUrl: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** A bucket of an S3-like service. It stays private: files leave through the API alone. */
export class S3Store extends FileStore {
  private readonly client: AwsClient;
  private readonly bucketUrl: string;

  constructor({ bucketUrl, ...access }: S3Settings) {
    super();
    this.bucketUrl = bucketUrl.replace(/\/$/, '');
    this.client = new AwsClient({ ...access, service: 's3', retries: 2 });
  }

  async write(id: string, { name, content }: StoredFile): Promise<void> {
    const type = FILE_TYPES[name] ?? 'application/octet-stream';
    await this.ask('PUT', id, name, {
      body: new Uint8Array(content),
      headers: { 'content-type': type, 'content-length': String(content.length) },
    });
  }

  async read(id: string, name: string): Promise<OpenFile | undefined> {
    const answer = await this.ask('GET', id, name);
    if (!answer?.body) return undefined;
    return {
      content: Readable.fromWeb(answer.body as ReadableStream),
      bytes: Number(answer.headers.get('content-length')),
    };
  }

  async remove(id: string, names: readonly string[]): Promise<void> {
    for (const name of names) await this.ask('DELETE', id, name);
  }

  /** @returns `undefined` for what is not there */
  private async ask(
    method: string,
    id: string,
    name: string,
    more: RequestInit = {},
  ): Promise<Response | undefined> {
    const answer = await this.client.fetch(`${this.bucketUrl}/${id}/${name}`, { method, ...more });
    if (answer.ok) return answer;
    await answer.body?.cancel();
    if (answer.status === 404) return undefined;
    throw new Error(`the store of attachments answered ${method} with ${answer.status}`);
  }
}
