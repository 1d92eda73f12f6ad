export const PHASE_KINDS = ['ideas', 'review', 'voting', 'counting', 'delivering'] as const;
export type PhaseKind = (typeof PHASE_KINDS)[number];

/** From `opensAt` on and up to, but not including, `closesAt`. */
export interface Phase {
  readonly kind: PhaseKind;
  readonly opensAt: Date;
  readonly closesAt: Date;
}

/** One fault of a list of phases, for the field it is in. */
export interface PhaseFault {
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

/**
 * Every fault of a timetable at once: `ideas`, `review`, `voting` and `counting` are needed in this
 * order, `delivering` may follow, none overlaps the one before. Days between two phases are allowed.
 */
export function phaseFaults(phases: readonly Phase[]): PhaseFault[] {
  const faults: PhaseFault[] = [];
  const kinds = phases.map(({ kind }) => kind);
  const missing = PHASE_KINDS.filter((kind) => kind !== 'delivering' && !kinds.includes(kind));
  for (const kind of missing) {
    faults.push({ field: 'phases', code: 'phase-missing', message: `The ${kind} phase is missing.` });
  }
  phases.forEach((phase, at) => {
    const field = `phases.${at}`;
    const before = phases[at - 1];
    if (phase.closesAt <= phase.opensAt) {
      faults.push({
        field: `${field}.closesAt`,
        code: 'closes-before-it-opens',
        message: `The ${phase.kind} phase must close after it opens.`,
      });
    }
    if (before && PHASE_KINDS.indexOf(phase.kind) <= PHASE_KINDS.indexOf(before.kind)) {
      faults.push({
        field: `${field}.kind`,
        code: 'out-of-order',
        message: `The ${phase.kind} phase cannot follow the ${before.kind} phase.`,
      });
    } else if (before && phase.opensAt < before.closesAt) {
      faults.push({
        field: `${field}.opensAt`,
        code: 'overlaps',
        message: `The ${phase.kind} phase must not open before the ${before.kind} phase closes.`,
      });
    }
  });
  return faults;
}
