import type { Whereabouts } from '../../places/index.js';
import { isOldEnough, localDay } from '../matching/eligibility.js';
import type { RollRound } from '../roll-rounds.js';
import type { ElectorLine } from './read-electors.js';

export type LeftOutReason = 'too-young' | 'outside' | 'expired' | 'connection-not-offered';

export const RULINGS = ['take', 'leave', 'ask'] as const;
/** What becomes of the people of a doubtful postcode: added, left out, or each of them decided by an officer. */
export type Ruling = (typeof RULINGS)[number];

/** A postcode of the file that is not known to lie in the place of the round. */
export interface DoubtfulPostcode {
  readonly postcode: string;
  readonly where: Whereabouts;
  readonly ruling: Ruling;
  readonly lines: readonly number[];
}

export interface SortedLines {
  readonly take: readonly ElectorLine[];
  readonly ask: readonly ElectorLine[];
  readonly leftOut: readonly { readonly line: number; readonly reason: LeftOutReason }[];
  /** The most doubtful first. */
  readonly postcodes: readonly DoubtfulPostcode[];
}

export interface KnownOfHomes {
  readonly whereabouts: ReadonlyMap<string, Whereabouts>;
  /** Whether a named ward lies in the place. */
  readonly ward: (named: string) => boolean | undefined;
  readonly rulings: ReadonlyMap<string, Ruling>;
}

/** What is done where nobody has ruled. A best fit leaves out; what nobody knows is never added unseen. */
const UNRULED: Readonly<Record<Whereabouts, Ruling>> = {
  inside: 'take',
  outside: 'leave',
  split: 'ask',
  unknown: 'ask',
  far: 'ask',
};
const MOST_DOUBTFUL_FIRST: readonly Whereabouts[] = ['far', 'unknown', 'split', 'outside', 'inside'];

/** Tells who of a file may go on a roll, who may not, and about whom a person has to decide. */
export function sortLines(lines: readonly ElectorLine[], round: RollRound, known: KnownOfHomes): SortedLines {
  const take: ElectorLine[] = [];
  const ask: ElectorLine[] = [];
  const leftOut: { line: number; reason: LeftOutReason }[] = [];
  const doubtful = new Map<string, DoubtfulPostcode & { readonly lines: number[] }>();
  for (const line of lines) {
    const barred = whyBarred(line, round);
    if (barred) {
      leftOut.push({ line: line.line, reason: barred });
      continue;
    }
    const { postcode } = line.home;
    const where = line.connection === 'live' ? whereIs(line, known) : 'inside';
    const byWard = where === 'outside' && line.ward !== null;
    const ruling = byWard ? 'leave' : (known.rulings.get(postcode) ?? UNRULED[where]);
    if (where !== 'inside' && !byWard) {
      const group = doubtful.get(postcode) ?? { postcode, where, ruling, lines: [] };
      group.lines.push(line.line);
      doubtful.set(postcode, group);
    }
    if (where === 'inside' || ruling === 'take') take.push(line);
    else if (ruling === 'ask') ask.push(line);
    else leftOut.push({ line: line.line, reason: 'outside' });
  }
  const rank = ({ where }: DoubtfulPostcode): number => MOST_DOUBTFUL_FIRST.indexOf(where);
  const postcodes = [...doubtful.values()].toSorted(
    (one, other) => rank(one) - rank(other) || one.postcode.localeCompare(other.postcode),
  );
  return { take, ask, leftOut, postcodes };
}

function whyBarred(line: ElectorLine, round: RollRound): LeftOutReason | null {
  const { minimumAge, connections } = round.eligibility;
  if (!connections.includes(line.connection)) return 'connection-not-offered';
  if (!isOldEnough(line.dateOfBirth, minimumAge, round.votingOpensAt)) return 'too-young';
  return line.until !== null && line.until < localDay(round.votingOpensAt) ? 'expired' : null;
}

/**
 * The council's own record of a home wins over the best fit of its postcode; only a postcode from another part of the
 * country contradicts it.
 */
function whereIs({ home, ward }: ElectorLine, { whereabouts, ward: lies }: KnownOfHomes): Whereabouts {
  const byPostcode = whereabouts.get(home.postcode) ?? 'unknown';
  if (ward === null) return byPostcode;
  if (!lies(ward)) return 'outside';
  return byPostcode === 'far' ? 'far' : 'inside';
}
