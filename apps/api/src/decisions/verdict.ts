import { gradeChange, newcombeChange } from '@commonthread/statistics';

/** As much of an aim and its readings as a verdict needs. */
export interface VerdictInput {
  readonly direction: 'up' | 'down';
  /** Percentage points; a smaller change would not matter. */
  readonly sizePoints: number;
  /** `YYYY-MM-DD`. */
  readonly dueOn: string;
  readonly locked: boolean;
  readonly before: Wave | undefined;
  /** The reading the aim is judged by: see `judgingWave`. */
  readonly after: Wave | undefined;
  /** `YYYY-MM-DD`, where the council is. */
  readonly today: string;
}

export interface Wave {
  readonly percent: number;
  /** Effective number of people; `null` when not published. */
  readonly effectiveN: number | null;
  readonly selfSelected: boolean;
}

interface Fieldwork {
  /** First and last day, `YYYY-MM-DD`. */
  readonly from: string | null;
  readonly to: string | null;
}

/**
 * The wave an aim waits for: the first that ends on or after the day the aim is due, and began when it was already
 * locked. An earlier one may raise hopes; it decides nothing.
 *
 * @param waves oldest first
 */
export function judgingWave<W extends Fieldwork>(
  waves: readonly W[],
  { lockedOn, dueOn }: { readonly lockedOn: string; readonly dueOn: string },
): W | undefined {
  return waves.find(({ from, to }) => from !== null && to !== null && from > lockedOn && to >= dueOn);
}

export interface Verdict {
  readonly grade: 0 | 1 | 2 | 3;
  readonly sentence: string;
  readonly state: 'drafted' | 'locked' | 'due' | 'judged';
}

/**
 * What may be said about an aim today. Never that the decision caused anything.
 * Grades: 0 not measured, 1 cannot tell, 2 no meaningful change, 3 moved more than survey noise.
 */
export function verdictOf(input: VerdictInput): Verdict {
  const { dueOn, locked, before, after, today } = input;
  if (!locked) {
    return notMeasured('drafted', 'the aim is locked when the decision is published.');
  }
  if (!after) {
    return dueOn > today
      ? notMeasured('locked', `the reading is due on ${dayWords(dueOn)}.`)
      : notMeasured('due', `the reading was due on ${dayWords(dueOn)}.`);
  }
  if (!before) return notMeasured('due', 'there is no reading from before the decision to compare with.');
  const moved = changeOf(before, after);
  if (!moved) return notMeasured('due', 'how many people answered is not published.');

  const grade = gradeChange(moved, input.sizePoints / 100);
  return { grade, state: 'judged', sentence: `${judged(grade, moved, input)}${caution(before, after)}` };
}

type Moved = NonNullable<ReturnType<typeof newcombeChange>>;

function changeOf(before: Wave, after: Wave): Moved | null {
  if (before.effectiveN === null || after.effectiveN === null) return null;
  return newcombeChange(
    { share: before.percent / 100, n: before.effectiveN },
    { share: after.percent / 100, n: after.effectiveN },
  );
}

function judged(grade: 1 | 2 | 3, { low, high }: Moved, { direction, before, after }: VerdictInput): string {
  const range = `from ${points(low)} to ${points(high)} percentage points`;
  if (grade === 1) return `Too few answers to tell: the change could be anything ${range}.`;
  if (grade === 2) return `No meaningful change: it lies anywhere ${range}.`;
  const expected = direction === 'up' ? low > 0 : high < 0;
  return (
    `Moved more than survey noise, ${expected ? 'in the direction hoped for' : 'against the direction hoped for'}: ` +
    `${before?.percent}% before, ${after?.percent}% after (a change ${range}).`
  );
}

function caution(before: Wave, after: Wave): string {
  if (!before.selfSelected && !after.selfSelected) return '';
  return ' People chose whether to take part in at least one of the surveys, so the range holds only as if they had been drawn by lot.';
}

const notMeasured = (state: Verdict['state'], why: string): Verdict => ({
  grade: 0,
  sentence: `Not measured yet: ${why}`,
  state,
});

const points = (share: number): string => {
  const value = (share * 100).toFixed(1);
  return share < 0 ? value.replace('-', '\u2212') : `+${value}`;
};

const dayWords = (day: string): string =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
