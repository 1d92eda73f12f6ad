import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

import { Inject, Injectable } from '@nestjs/common';

import { type Config, CONFIG } from '../../platform/config/index.js';

const ID_BYTES = 16;
const MAC_BYTES = 16;

/**
 * Links that stop a person's mails without signing in. They are signed, not stored, and never end: a mail from years
 * ago must still stop them. Whoever has one can stop mails and do nothing else.
 */
@Injectable()
export class UnsubscribeLinks {
  private readonly key: Buffer;

  constructor(@Inject(CONFIG) private readonly config: Config) {
    this.key = Buffer.from(hkdfSync('sha256', config.secretKey, '', 'notices/unsubscribe/v1', 32));
  }

  /** The page with one button. */
  page(personId: string): string {
    return `${this.config.publicUrl}/unsubscribe?token=${this.token(personId)}`;
  }

  /** Where mail programs post to (RFC 8058). */
  oneClick(personId: string): string {
    return `${this.config.publicUrl}/api/notices/unsubscribe?token=${this.token(personId)}`;
  }

  /** Whose token it is; `null` for one we did not make. */
  personOf(token: string): string | null {
    const bytes = Buffer.from(token, 'base64url');
    if (bytes.length !== ID_BYTES + MAC_BYTES) return null;
    const id = bytes.subarray(0, ID_BYTES);
    if (!timingSafeEqual(bytes.subarray(ID_BYTES), this.mac(id))) return null;
    const hex = id.toString('hex');
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  }

  private token(personId: string): string {
    const id = Buffer.from(personId.replaceAll('-', ''), 'hex');
    return Buffer.concat([id, this.mac(id)]).toString('base64url');
  }

  private mac(id: Buffer): Buffer {
    return createHmac('sha256', this.key).update(id).digest().subarray(0, MAC_BYTES);
  }
}
