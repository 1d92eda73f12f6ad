import { type Phase, type PhaseKind } from './phases.js';

export const ROUND_STATES = [
  'draft',
  'ideas',
  'review',
  'voting',
  'counting',
  'decided',
  'delivering',
  'closed',
  'cancelled',
] as const;
export type RoundState = (typeof ROUND_STATES)[number];

export type OverridePhase = PhaseKind | 'decided' | 'closed';

/** All that the state of a round follows from. */
export interface RoundTimes {
  /** When an officer opened the draft to the public. */
  readonly openedAt: Date | null;
  readonly phases: readonly Phase[];
  readonly override: { readonly phase: OverridePhase; readonly at: Date } | null;
  readonly cancelledAt: Date | null;
  /** When its decision was published. */
  readonly decidedAt: Date | null;
  /** Whether it was voted on elsewhere and came here past its vote. */
  readonly imported: boolean;
}

export interface RoundStateNow {
  readonly state: RoundState;
  readonly since: Date | null;
  /** When it changes by itself, if nobody acts. */
  readonly nextChangeAt: Date | null;
}

interface Change {
  readonly at: Date;
  readonly state: RoundState;
}

/** The paper is settled in these states and cannot change any more. */
export const SETTLED: ReadonlySet<RoundState> = new Set<RoundState>([
  'voting',
  'counting',
  'decided',
  'delivering',
  'closed',
]);

/**
 * The state of a round at a moment. Never stored: it follows from the timetable, the acts of officers and the clock.
 *
 * - An opened round is still a draft until its first phase opens.
 * - Between two phases the earlier one is over and the later one has not begun: after `ideas` that is
 *   `review`, after `voting` it is `counting`, otherwise the earlier phase goes on.
 * - `counting` lasts until a decision is published. Only then can `delivering` begin, and end in `closed`.
 * - An officer's override holds until the phase it names closes by the timetable; when that lies in the
 *   past, until the next override. A published decision ends an override to a phase before it.
 */
export function roundStateAt(round: RoundTimes, now: Date): RoundStateNow {
  if (round.cancelledAt) return { state: 'cancelled', since: round.cancelledAt, nextChangeAt: null };
  if (!round.openedAt) return { state: 'draft', since: null, nextChangeAt: null };

  const changes = changesOf(round);
  const past = changes.filter(({ at }) => at <= now);
  const current = past.at(-1);
  const state = current?.state ?? 'draft';
  const since = past.findLast((change, n) => past[n - 1]?.state !== change.state)?.at ?? null;
  const next = changes.find((change) => change.at > now && change.state !== state);
  return { state, since, nextChangeAt: next?.at ?? null };
}

/** Every change in order of time, the override's hold cut out of the timetable. */
function changesOf(round: RoundTimes): Change[] {
  const decidedAt = decidedAtOf(round);
  const timetable = timetableOf(round, decidedAt);
  const { override } = round;
  if (!override) return timetable;

  const ends = holdEnds(round, decidedAt);
  const resumed = timetable.findLast(({ at }) => ends !== null && at <= ends);
  return [
    ...timetable.filter(({ at }) => at < override.at),
    { at: override.at, state: override.phase },
    ...(ends && resumed ? [{ at: ends, state: resumed.state }] : []),
    ...timetable.filter(({ at }) => ends !== null && at > ends),
  ];
}

/** A published decision, or the officer's word that it is decided, whichever came first. */
function decidedAtOf({ decidedAt, override }: RoundTimes): Date | null {
  const overridden = override && isAfterCounting(override.phase) ? override.at : null;
  if (!decidedAt || !overridden) return decidedAt ?? overridden;
  return decidedAt < overridden ? decidedAt : overridden;
}

function timetableOf({ phases, openedAt, imported }: RoundTimes, decidedAt: Date | null): Change[] {
  const changes: Change[] = imported && openedAt ? [{ at: openedAt, state: 'counting' }] : [];
  for (const { kind, opensAt, closesAt } of phases) {
    if (kind === 'delivering') continue;
    if (!decidedAt || opensAt < decidedAt) changes.push({ at: opensAt, state: kind });
    if (decidedAt && closesAt >= decidedAt) continue;
    if (kind === 'ideas') changes.push({ at: closesAt, state: 'review' });
    if (kind === 'voting') changes.push({ at: closesAt, state: 'counting' });
  }
  if (decidedAt) {
    changes.push({ at: decidedAt, state: 'decided' });
    const delivering = phases.find(({ kind }) => kind === 'delivering');
    if (delivering) {
      changes.push({ at: later(delivering.opensAt, decidedAt), state: 'delivering' });
      changes.push({ at: later(delivering.closesAt, decidedAt), state: 'closed' });
    }
  }
  return changes.sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** When the timetable takes over again; `null` when only another override ends this one. */
function holdEnds({ override, phases }: RoundTimes, decidedAt: Date | null): Date | null {
  if (!override || override.phase === 'closed') return null;
  const own = phases.find(({ kind }) => kind === override.phase);
  const closesAt = override.phase === 'decided' ? startOfDelivery(phases) : (own?.closesAt ?? null);
  const byTimetable = closesAt && closesAt > override.at ? closesAt : null;
  if (isAfterCounting(override.phase) || !decidedAt || decidedAt < override.at) return byTimetable;
  return byTimetable && byTimetable < decidedAt ? byTimetable : decidedAt;
}

const startOfDelivery = (phases: readonly Phase[]): Date | null =>
  phases.find(({ kind }) => kind === 'delivering')?.opensAt ?? null;

const isAfterCounting = (phase: OverridePhase): boolean =>
  phase === 'decided' || phase === 'delivering' || phase === 'closed';

const later = (a: Date, b: Date): Date => (a > b ? a : b);
