/** What JSON can hold. `undefined` members are left out, as `JSON.stringify` does. */
export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

/**
 * The one text of a JSON value that everybody hashes alike: members sorted by UTF-16 code units, no
 * white space, numbers and strings as ECMAScript writes them. Source: RFC 8785 (JCS).
 *
 * @throws RangeError for a number JSON cannot hold, and for a lone surrogate
 */
export function canonicalJson(value: Json): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError(`${value} is not JSON`);
  if (typeof value === 'string') return text(value);
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = Object.keys(value)
    .sort()
    .flatMap((key) => {
      const member = value[key];
      return member === undefined ? [] : [`${text(key)}:${canonicalJson(member)}`];
    });
  return `{${members.join(',')}}`;
}

/**
 * Whether a text is `canonicalJson` of the value that was parsed from it: the same answer as comparing the two, in a
 * third of the time for the texts that are, which is nearly all.
 */
export function isCanonicalJson(written: string, value: Json): boolean {
  if (hasSortedMembers(value) && !mayHaveLoneSurrogate(written) && JSON.stringify(value) === written)
    return true;
  try {
    return canonicalJson(value) === written;
  } catch {
    return false;
  }
}

function hasSortedMembers(value: Json): boolean {
  if (value === null || typeof value !== 'object') return true;
  if (isList(value)) return value.every(hasSortedMembers);
  let before = '';
  for (const name of Object.keys(value)) {
    if (name < before || !hasSortedMembers(value[name] ?? null)) return false;
    before = name;
  }
  return true;
}

function text(value: string): string {
  const written = JSON.stringify(value);
  if (mayHaveLoneSurrogate(written) && /\p{Surrogate}/u.test(value))
    throw new RangeError('a lone surrogate has no canonical form');
  return written;
}

/** JSON.stringify escapes lone surrogates and no other character that begins so. */
const mayHaveLoneSurrogate = (written: string): boolean => written.includes('\\ud');

function isList(value: object): value is readonly Json[] {
  return Array.isArray(value);
}
