import { postcodeOf } from '@commonthread/kernel';

import { PostcodeMalformed } from './places.errors.js';

/**
 * A postcode as it is stored and printed.
 *
 * @param written in any case, with any blanks or none
 * @throws PostcodeMalformed
 */
export function normalPostcode(written: string): string {
  const postcode = postcodeOf(written);
  if (postcode === null) throw new PostcodeMalformed();
  return postcode;
}
