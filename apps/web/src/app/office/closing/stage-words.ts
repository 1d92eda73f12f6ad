import type { Voting } from './closing-api.js';

export interface VoteStep {
  readonly name: string;
  readonly state: 'done' | 'now' | 'later';
}

/** The way of a vote in five steps, with the one it is at. */
export function voteSteps(stage: Voting['stage'], isCounted: boolean): VoteStep[] {
  const at = isCounted ? 5 : stage === null ? -1 : STEP_OF[stage];
  return [
    $localize`Voting is open`,
    $localize`Closed by two officers, or by the clock`,
    $localize`Paper ballots entered and sealed`,
    $localize`Checked and handed to the count`,
    $localize`Counted, signed and published`,
  ].map((name, n) => ({ name, state: n < at ? 'done' : n === at ? 'now' : 'later' }));
}

const STEP_OF: Readonly<Record<NonNullable<Voting['stage']>, number>> = {
  opening: 0,
  open: 0,
  closing: 1,
  closed: 2,
  finishing: 3,
  stored: 4,
};

/** Where the vote stands, in a sentence. */
export function stageSentence(stage: Voting['stage'], isCounted: boolean): string {
  if (isCounted) return $localize`The count is published. Everything can be checked by anybody.`;
  switch (stage) {
    case null:
      return $localize`The ballot box of this round has not been opened. It opens by itself within a minute of voting.`;
    case 'opening':
      return $localize`The ballot box is being opened. Nobody can vote yet.`;
    case 'open':
      return $localize`Voting is open. Votes are being cast.`;
    case 'closing':
      return $localize`Two officers have closed the vote. The ballot box is taking its last votes in.`;
    case 'closed':
      return $localize`Voting is closed. Paper ballots are entered now.`;
    case 'finishing':
      return $localize`All paper is in. The log gets its last entry, and every file is checked.`;
    case 'stored':
      return $localize`Every ballot is checked and handed to the count.`;
  }
}
