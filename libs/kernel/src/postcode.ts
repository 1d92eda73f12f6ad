const SHAPE = /^([A-Z]{1,2}[0-9][A-Z0-9]?)([0-9][A-Z]{2})$/;
/** Blanks of every kind, those that nobody sees included: a postcode copied from a letter or a page carries them. */
const BLANKS = /[\s\u00ad\u180e\u200b-\u200f\u2060]+/g;

/**
 * A UK postcode as it is stored and printed: upper case, one space before the last three characters.
 *
 * @param written in any case, with any blanks or none
 * @returns null when it has not the shape of a postcode; whether there is such a one is another question
 */
export function postcodeOf(written: string): string | null {
  const parts = SHAPE.exec(written.normalize('NFKC').toUpperCase().replace(BLANKS, ''));
  return parts && `${parts[1]} ${parts[2]}`;
}
