import { FormatInvalid } from '../errors.js';
import { fromBase64url } from './base64.js';
import { textLike, type Shape } from './shape.js';

/** Names of elections, styles and paper batches: they stand between newlines in signed texts, so no newline fits. */
export const slug = textLike(/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/);

/** SHA-256 as 64 lower-case hexadecimal digits. */
export const sha256Hex = textLike(/^[0-9a-f]{64}$/);

/** A moment in UTC to the second or millisecond, `2026-11-22T21:00:00Z`. */
export const moment: Shape<string> = (value, at) => {
  const text = textLike(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{3})?Z$/)(value, at);
  if (Number.isNaN(Date.parse(text))) throw new FormatInvalid(at);
  return text;
};

/** base64url text of exactly this many bytes. */
export const bytesOf =
  (length: number): Shape<string> =>
  (value, at) => {
    if (typeof value !== 'string') throw new FormatInvalid(at);
    fromBase64url(value, length, at);
    return value;
  };

/** base64url text of any length up to `most` bytes. */
export const bytesUpTo =
  (most: number): Shape<string> =>
  (value, at) => {
    if (typeof value !== 'string' || fromBase64url(value, undefined, at).length > most) {
      throw new FormatInvalid(at);
    }
    return value;
  };

/** One printable line of at most `most` UTF-16 units. */
export const line =
  (most: number): Shape<string> =>
  (value, at) => {
    if (typeof value !== 'string' || value.length > most || /\p{Cc}|\p{Surrogate}/u.test(value)) {
      throw new FormatInvalid(at);
    }
    return value;
  };
