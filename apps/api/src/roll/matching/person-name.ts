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

function partsOf(text: string): string[] {
  return text
    .toLowerCase()
    .replace(/[łøđßæœı]/g, (letter) => WHOLE[letter] ?? '')
    .normalize('NFKD')
    .replace(/[\p{M}'’ʼ`]/gu, '')
    .split(/[^\p{L}]+/u)
    .filter((part) => part !== '');
}
