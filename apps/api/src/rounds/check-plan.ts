import { type PhaseFault, phaseFaults, type Phase } from './phases.js';
import type { BallotForm } from './round.js';
import { RoundInvalid } from './rounds.errors.js';

/**
 * Checks what the shape of a request cannot say: that a timetable and a ballot form make sense.
 *
 * @throws RoundInvalid naming every faulty field at once
 */
export function checkPlan(plan: BallotForm & { readonly phases: readonly Phase[] }): void {
  const faults = [...phaseFaults(plan.phases), ...formFaults(plan)];
  if (faults.length > 0) throw new RoundInvalid(faults);
}

function formFaults({ ballotStyle, minChoices, maxChoices, pointsPerBallot }: BallotForm): PhaseFault[] {
  const faults: PhaseFault[] = [];
  if (ballotStyle === 'points' && pointsPerBallot === null) {
    faults.push({
      field: 'pointsPerBallot',
      code: 'missing',
      message: 'Say how many points each voter has.',
    });
  }
  if (ballotStyle !== 'points' && pointsPerBallot !== null) {
    faults.push({
      field: 'pointsPerBallot',
      code: 'not-for-style',
      message: 'Only ballots with points have a number of points.',
    });
  }
  if (ballotStyle === 'choose-1' && (minChoices ?? maxChoices ?? 1) !== 1) {
    faults.push({
      field: 'maxChoices',
      code: 'not-for-style',
      message: 'On this ballot everybody chooses one project.',
    });
  }
  if (minChoices !== null && maxChoices !== null && minChoices > maxChoices) {
    faults.push({
      field: 'maxChoices',
      code: 'below-minimum',
      message: 'The most choices cannot be fewer than the fewest.',
    });
  }
  return faults;
}
