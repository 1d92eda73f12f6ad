import { PostcodeMalformed } from './places.errors.js';

const SHAPE = /^([A-Z]{1,2}[0-9][A-Z0-9]?)([0-9][A-Z]{2})$/;

/**
 * A postcode as it is stored and printed: upper case, one space before the last three characters.
 *
 * @param written in any case, with or without spaces
 * @throws PostcodeMalformed
 */
export function normalPostcode(written: string): string {
  const parts = SHAPE.exec(written.toUpperCase().replace(/\s+/g, ''));
  if (!parts) throw new PostcodeMalformed();
  return `${parts[1]} ${parts[2]}`;
}
