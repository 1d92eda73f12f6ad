import { DomainError, type ErrorKind } from '@commonthread/kernel';

abstract class BallotRefused extends DomainError {
  override readonly kind: ErrorKind = 'invalid';
}

/** Not a list of project ids, or points that are not a list of whole numbers of the same length. */
export class BallotMalformed extends BallotRefused {
  override readonly code = 'ballot.malformed';
  constructor(fault: 'choices' | 'points' | 'points-not-expected') {
    super(`ballot refused: ${fault}`, { fault });
  }
}

export class RepeatedChoice extends BallotRefused {
  override readonly code = 'ballot.repeated-project';
  constructor(projectId: string) {
    super(`project ${projectId} is on the ballot twice`, { projectId });
  }
}

export class TooFewChoices extends BallotRefused {
  override readonly code = 'ballot.too-few';
  constructor(min: number, chosen: number) {
    super(`${chosen} chosen, at least ${min} needed`, { min, chosen });
  }
}

export class TooManyChoices extends BallotRefused {
  override readonly code = 'ballot.too-many';
  constructor(max: number, chosen: number) {
    super(`${chosen} chosen, at most ${max} allowed`, { max, chosen });
  }
}

/** Points for one project outside the paper's range. */
export class PointsOutOfRange extends BallotRefused {
  override readonly code = 'ballot.points-out-of-range';
  constructor(min: number, max: number, points: number) {
    super(`${points} points for one project, allowed ${min} to ${max}`, { min, max, points });
  }
}

/** All points together outside the paper's range. */
export class PointsSumOutOfRange extends BallotRefused {
  override readonly code = 'ballot.points-sum-out-of-range';
  constructor(min: number, max: number, sum: number) {
    super(`${sum} points in all, allowed ${min} to ${max}`, { min, max, sum });
  }
}

/** The chosen projects cost more, or less, together than the paper allows. */
export class CostOutOfRange extends BallotRefused {
  override readonly code = 'ballot.cost-out-of-range';
  constructor(minMinor: number, maxMinor: number, costMinor: number) {
    super(`chosen projects cost ${costMinor}, allowed ${minMinor} to ${maxMinor}`, {
      minMinor,
      maxMinor,
      costMinor,
    });
  }
}
