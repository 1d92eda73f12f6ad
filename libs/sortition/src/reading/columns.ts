/** Column names as people write them: capitals, outer blanks and a byte-order mark do not matter. */
export class Columns {
  private readonly names: readonly string[];

  constructor(header: readonly string[]) {
    this.names = header.map(plain);
  }

  /** Where a column stands; more than one place when the header names it twice. */
  places(name: string): number[] {
    return this.names.flatMap((other, place) => (other === plain(name) ? [place] : []));
  }
}

export const same = (a: string, b: string): boolean => plain(a) === plain(b);

const plain = (text: string): string =>
  text
    .replace(/^\uFEFF/, '')
    .trim()
    .toLowerCase();
