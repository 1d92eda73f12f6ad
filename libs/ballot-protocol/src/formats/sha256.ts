import { sha256 as noble } from '@noble/hashes/sha2.js';

import { hex, utf8, type Bytes } from '../bytes/bytes.js';

export const sha256 = (bytes: Uint8Array): Bytes => noble(bytes) as Bytes;

/** Of a text's UTF-8 bytes, as hexadecimal digits. */
export const sha256OfText = (text: string): string => hex(sha256(utf8(text)));
