import type { Fault, Report } from '@commonthread/ballot-protocol';

export type Outcome = 'holds' | 'fails' | 'unknown';

/** One thing that was checked, as a claim in plain words, and whether it holds. */
export interface CheckInWords {
  readonly title: string;
  readonly claim: string;
  readonly outcome: Outcome;
  /** The first few of them. */
  readonly faults: readonly Fault[];
  /** Those not in `faults`. */
  readonly moreFaults: number;
}

const MOST_LISTED = 5;

interface Group {
  /** The faults that break the claim, by their code. */
  readonly codes: RegExp;
  readonly title: string;
  readonly claim: string;
}

/**
 * What the verifier looked at, in the order a reader asks.
 *
 * @param number as it is written for the reader
 */
export function checksInWords(report: Report, number: (value: number) => string): CheckInWords[] {
  const { faults, faultsByCode, ok, totals } = report;
  // Without a readable manifest nothing after it can be checked.
  const stopped = totals.ballotLines === 0 && totals.checkpoints === 0;
  return groups(report, number).map(({ codes, ...words }) => {
    const mine = faults.filter(({ code }) => codes.test(code)).slice(0, MOST_LISTED);
    // Not all faults are listed, but all are counted.
    const count = Object.keys(faultsByCode)
      .filter((code) => codes.test(code))
      .reduce((sum, code) => sum + faultsByCode[code]!, 0);
    const isUnknown = !ok && (stopped || codes === COUNT);
    return {
      ...{ ...words, faults: mine, moreFaults: count - mine.length },
      outcome: count > 0 ? 'fails' : isUnknown ? 'unknown' : 'holds',
    };
  });
}

/** The ballots are counted again only when nothing else is wrong. */
const COUNT = /^result\./;

function groups({ totals }: Report, number: (value: number) => string): Group[] {
  const { online, credentials, superseded, paper, checkpoints } = totals;
  return [
    {
      codes: /^(file\.(?!hash)|line\.)/,
      title: $localize`Files`,
      claim: $localize`All seven files are there and whole, and no line can be read in two ways.`,
    },
    {
      codes: /^ballot\.pass$/,
      title: $localize`Passes`,
      claim: $localize`Every online ballot has a pass that the council signed for this vote: ${number(online)}:ballots: ballots by ${number(credentials)}:passes: passes.`,
    },
    {
      codes: /^ballot\.signature$/,
      title: $localize`Signatures`,
      claim: $localize`Every online ballot is signed with the key of its pass, so nobody altered it on the way.`,
    },
    {
      codes: /^ballot\.rules$/,
      title: $localize`Ballot paper`,
      claim: $localize`Every ballot follows the ballot paper as it was fixed before voting opened.`,
    },
    {
      codes: /^ballot\.(revision|not-counted|superseded|two-styles)/,
      title: $localize`Changed votes`,
      claim: $localize`Of votes that were changed only the last version counts. Replaced: ${number(superseded)}:count:.`,
    },
    {
      codes: /^(ballot\.place|checkpoint\.|close\.|manifest\.|file\.hash)/,
      title: $localize`Public log`,
      claim: $localize`Every ballot stands where the log’s ${number(checkpoints)}:count: signed states say; none was taken out, added or moved.`,
    },
    {
      codes: /^paper\./,
      title: $localize`Paper`,
      claim: $localize`Every paper ballot belongs to one sealed box and is there once, and the boxes add up or say why not. Sheets: ${number(paper)}:count:.`,
    },
    {
      codes: /^roll\./,
      title: $localize`List of voters`,
      claim: $localize`No more passes and sheets were used than were given out.`,
    },
    {
      codes: COUNT,
      title: $localize`Count`,
      claim: $localize`Counting all ballots again by the published rule gives the published result.`,
    },
  ];
}
