import { createHmac, timingSafeEqual } from 'node:crypto';

import { Inject, Injectable } from '@nestjs/common';

import { CONFIG, type Config } from '../platform/config/index.js';

const SECONDS = 600;

/**
 * Addresses of files that are not public. A picture in a page is asked for without the reader's token, so whoever
 * may see it is given an address that works for ten minutes.
 */
@Injectable()
export class PrivateLinks {
  private readonly secret: Buffer;

  constructor(@Inject(CONFIG) { jwtSecret }: Pick<Config, 'jwtSecret'>) {
    this.secret = createHmac('sha256', jwtSecret).update('attachments').digest();
  }

  /** @returns what follows the `?` of the address */
  query(id: string, nowMs = Date.now()): string {
    const until = Math.floor(nowMs / 1000) + SECONDS;
    return `until=${until}&key=${this.key(id, until)}`;
  }

  opens(id: string, until: string | undefined, key: string | undefined, nowMs = Date.now()): boolean {
    if (!until || !key || !/^\d{1,12}$/.test(until) || Number(until) * 1000 < nowMs) return false;
    const [given, right] = [Buffer.from(key), Buffer.from(this.key(id, Number(until)))];
    return given.length === right.length && timingSafeEqual(given, right);
  }

  private key(id: string, until: number): string {
    return createHmac('sha256', this.secret).update(`${id}:${until}`).digest('base64url');
  }
}
