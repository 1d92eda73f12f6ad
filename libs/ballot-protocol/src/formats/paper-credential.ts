import { base64url } from '../bytes/base64.js';
import { utf8 } from '../bytes/bytes.js';
import { slug } from '../bytes/scalars.js';
import { textLike } from '../bytes/shape.js';
import { sha256 } from './sha256.js';

/** The random number printed on a ballot sheet: 4 to 32 letters or digits, tied to no person. */
export const sheetSerial = textLike(/^[0-9A-Z]{4,32}$/);

/** `cred` of a paper ballot: SHA256("paper/v1\n" || batch || "\n" || serial), so no key can be behind it. */
export function paperCredential(batch: string, serial: string): string {
  return base64url(sha256(utf8(`paper/v1\n${slug(batch, 'batch')}\n${sheetSerial(serial, 'serial')}`)));
}
