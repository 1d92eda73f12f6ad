import { THRESHOLD } from './protect.js';

/** A count that was, or is to be, published: of whom, and how many. */
export interface Cut {
  /** Smallest areas or groups it is made of, each by one name. */
  readonly parts: ReadonlySet<string>;
  readonly people: number;
}

export type ReleaseRisk =
  /** The new cut and published ones together give away so few people. */
  | { readonly kind: 'difference'; readonly people: number }
  /** Too many published cuts to be sure. */
  | { readonly kind: 'not-known' };

/** Combinations looked at before giving up, and saying so. */
const MOST_STEPS = 50_000;

/**
 * Whether publishing one more cut lets a small number be worked out by subtracting published ones: a ward's
 * total minus all its estates but one.
 *
 * Looks for disjoint cuts inside another whose remainder is 1 to `threshold` - 1 people; both ways round, with
 * the new cut as the whole or as one of the pieces.
 *
 * @returns `null` when it may be published
 */
export function releaseRisk(published: readonly Cut[], next: Cut, threshold = THRESHOLD): ReleaseRisk | null {
  const search = new Search(threshold);
  const wholes = [
    { whole: next, pieces: published, first: [] as Cut[] },
    ...published
      .filter((whole) => contains(whole, next) && whole.parts.size > next.parts.size)
      .map((whole) => ({ whole, pieces: published.filter((cut) => cut !== whole), first: [next] })),
  ];
  for (const { whole, pieces, first } of wholes) {
    const inside = pieces.filter(
      (piece) =>
        piece.parts.size < whole.parts.size &&
        contains(whole, piece) &&
        first.every((cut) => disjoint(cut, piece)),
    );
    const left = whole.people - first.reduce((sum, { people }) => sum + people, 0);
    const risk = search.remainder(left, inside, first.length > 0);
    if (risk) return risk;
  }
  return null;
}

class Search {
  private steps = 0;

  constructor(private readonly threshold: number) {}

  /** Tries every set of disjoint pieces. @param counted whether something was subtracted already */
  remainder(left: number, pieces: readonly Cut[], counted: boolean): ReleaseRisk | null {
    if (++this.steps > MOST_STEPS) return { kind: 'not-known' };
    if (counted && left > 0 && left < this.threshold) return { kind: 'difference', people: left };
    for (const [at, piece] of pieces.entries()) {
      const rest = pieces.slice(at + 1).filter((other) => disjoint(piece, other));
      const risk = this.remainder(left - piece.people, rest, true);
      if (risk) return risk;
    }
    return null;
  }
}

const contains = (whole: Cut, piece: Cut): boolean => [...piece.parts].every((part) => whole.parts.has(part));

const disjoint = (one: Cut, other: Cut): boolean => [...one.parts].every((part) => !other.parts.has(part));
