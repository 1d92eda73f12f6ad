/** An address as people give it. */
export interface Home {
  /** As `normalPostcode` writes it. */
  readonly postcode: string;
  /** Number or name of the house, with the flat if there is one; a whole first line will do. */
  readonly house: string;
  /** Unique property reference number, 1 to 12 digits. */
  readonly uprn: string | null;
}

/**
 * Every way this home may have been written down elsewhere: one council file knows the UPRN, another does not.
 * Empty when the house says nothing that can be compared.
 */
export function comparableHomes({ postcode, house, uprn }: Home): string[] {
  const key = houseKey(house);
  return [...(uprn ? [`uprn ${uprn.replace(/^0+/, '')}`] : []), ...(key ? [`${postcode} ${key}`] : [])];
}

/** `Flat 2, 14a High Street` and `14A, flat 2` are the same; a house without a number goes by its name. */
function houseKey(house: string): string {
  const words = house
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .replace(/(\d)\s+([a-z])\b/g, '$1$2')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  const numbers = words.filter((word) => /\d/.test(word));
  return numbers.length > 0 ? numbers.toSorted().join(' ') : words.join(' ');
}
