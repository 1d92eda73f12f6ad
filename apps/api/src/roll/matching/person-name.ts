/** Letters that Unicode does not take apart into a base and a mark. */
const WHOLE: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i' };
const TITLES = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'sir', 'dame', 'lord', 'lady', 'rev', 'prof']);

export interface ComparableName {
  /** Every part, sorted: the same however the parts were ordered. */
  readonly whole: string;
  /** First letter of the first name, then the last name: `a king`. */
  readonly initialAndLast: string;
}

/**
 * A name as it is compared: case, accents, apostrophes, hyphens, titles and the order around a comma are gone.
 *
 * @returns `undefined` when nothing is left that could be a name
 */
export function comparableName(written: string): ComparableName | undefined {
  const [last = '', first] = written.split(',', 2);
  const parts = partsOf(first === undefined ? last : `${first} ${last}`);
  const named = parts.length > 1 ? parts.filter((part, n) => n > 0 || !TITLES.has(part)) : parts;
  const [given, surname] = [named[0], named.at(-1)];
  if (!given || !surname || named.join('').length < 2) return undefined;
  return { whole: named.toSorted().join(' '), initialAndLast: `${[...given][0]} ${surname}` };
}

/**
 * Accents are folded on Latin, Greek and Cyrillic letters alone. In other scripts the marks are vowels: without them
 * सीमा and सोमा would be one name. Who wrote such a name in two ways is found by birthday and home instead.
 */
const ACCENTED = /([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{M}+/gu;
/** They shape how letters join, and are typed by some and not by others. */
const JOINERS = /[\u200c\u200d]/g;

function partsOf(text: string): string[] {
  return text
    .toLowerCase()
    .replace(/[łøđßæœı]/g, (letter) => WHOLE[letter] ?? '')
    .normalize('NFKD')
    .replace(ACCENTED, '$1')
    .replace(JOINERS, '')
    .replace(/['’ʼ`]/g, '')
    .split(/[^\p{L}\p{M}]+/u)
    .filter((part) => /\p{L}/u.test(part));
}
