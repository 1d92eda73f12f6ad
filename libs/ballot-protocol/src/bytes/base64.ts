import { FormatInvalid } from '../errors.js';
import type { Bytes } from './bytes.js';

const URL_SAFE = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const STANDARD = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const NONE = 255;

const FROM_URL_SAFE = valuesOf(URL_SAFE);
const FROM_STANDARD = valuesOf(STANDARD);

/** base64url without padding (RFC 4648 section 5): how every byte string is written in this protocol's JSON. */
export const base64url = (bytes: Uint8Array): string => encode(bytes, URL_SAFE);

/** Standard base64 with padding: used in signed notes only. */
export function base64(bytes: Uint8Array): string {
  const text = encode(bytes, STANDARD);
  return text + '='.repeat((4 - (text.length % 4)) % 4);
}

/**
 * @param length exact number of bytes wanted
 * @throws FormatInvalid for any text that `base64url` would not have written
 */
export function fromBase64url(text: string, length?: number, field = 'base64url'): Bytes {
  const bytes = decode(text, FROM_URL_SAFE);
  if (!bytes || (length !== undefined && bytes.length !== length)) throw new FormatInvalid(field);
  return bytes;
}

/** @throws FormatInvalid for any text that `base64` would not have written */
export function fromBase64(text: string, field = 'base64'): Bytes {
  const bytes = text.length % 4 === 0 ? decode(text.replace(/={1,2}$/, ''), FROM_STANDARD) : null;
  if (!bytes || base64(bytes) !== text) throw new FormatInvalid(field);
  return bytes;
}

function encode(bytes: Uint8Array, alphabet: string): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const group = (bytes[at]! << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    text += alphabet[group >> 18]! + alphabet[(group >> 12) & 63]!;
    if (at + 1 < bytes.length) text += alphabet[(group >> 6) & 63]!;
    if (at + 2 < bytes.length) text += alphabet[group & 63]!;
  }
  return text;
}

/** @returns null for a foreign character, an impossible length, or left-over bits that are not 0 */
function decode(text: string, values: Uint8Array): Bytes | null {
  if (text.length % 4 === 1) return null;
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let [group, bits, at] = [0, 0, 0];
  for (let place = 0; place < text.length; place++) {
    const value = values[text.charCodeAt(place)] ?? NONE;
    if (value === NONE) return null;
    group = ((group << 6) | value) & 0xfff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = (group >> bits) & 0xff;
    }
  }
  return (group & ((1 << bits) - 1)) === 0 ? bytes : null;
}

function valuesOf(alphabet: string): Uint8Array {
  const values = new Uint8Array(128).fill(NONE);
  for (let value = 0; value < alphabet.length; value++) values[alphabet.charCodeAt(value)] = value;
  return values;
}
