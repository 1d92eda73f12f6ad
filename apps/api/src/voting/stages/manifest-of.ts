import { base64url, readManifest, type Manifest, type PaperLimits } from '@commonthread/ballot-protocol';
import type { Json } from '@commonthread/kernel';
import { minorPerUnit } from '@commonthread/pabulib';

import type { BallotProject } from '../../proposals/index.js';
import type { PublishedKey } from '../../roll/index.js';
import type { RoundNow } from '../../rounds/index.js';
import type { UrnLog } from '../urn/urn-answers.js';

const YEAR_MS = 365 * 24 * 60 * 60 * 1000;

const VOTE_TYPES = {
  approval: 'approval',
  knapsack: 'approval',
  ranked: 'ordinal',
  points: 'cumulative',
  'choose-1': 'choose-1',
} as const;

/** What the manifest is made of. */
export interface FrozenVote {
  readonly round: RoundNow;
  readonly projects: readonly BallotProject[];
  readonly keys: readonly PublishedKey[];
  readonly log: UrnLog;
}

/**
 * Everything fixed before voting opens, for the ballot box: the frozen paper as the count will read it, its limits,
 * when votes are taken, and the keys of passes and log.
 *
 * @throws FormatInvalid when the round cannot be voted on, such as one without an issuer key
 */
export function manifestOf({ round, projects, keys, log }: FrozenVote): Manifest {
  const { opensAt, closesAt } = timesOf(round);
  return readManifest({
    format: 'commonthread-election/1',
    election: round.id,
    title: round.title,
    opensAt: opensAt.toISOString(),
    closesAt: closesAt.toISOString(),
    currency: round.currency,
    minorPerUnit: minorPerUnit(round.currency),
    paperSha256: round.paperSha256,
    log: { origin: log.origin, key: log.key },
    styles: keys.map(({ style, spki }) => ({
      style,
      title: round.title,
      issuerKey: base64url(spki),
      voteType: VOTE_TYPES[round.ballotStyle],
      limits: limitsOf(round),
      budgetMinor: round.budgetPence,
      projects: projects.map(({ ballotId, title, costPence, categories, neighbourhood }) => ({
        id: ballotId,
        title,
        costMinor: costPence,
        categories,
        neighbourhood,
      })),
      rule: round.rule as unknown as Readonly<Record<string, Json>>,
    })),
  });
}

/** How one ballot may be filled in, as the voting rules take it. */
export function limitsOf({
  ballotStyle,
  minChoices,
  maxChoices,
  pointsPerBallot,
  budgetPence,
}: Pick<
  RoundNow,
  'ballotStyle' | 'minChoices' | 'maxChoices' | 'pointsPerBallot' | 'budgetPence'
>): PaperLimits {
  if (ballotStyle === 'choose-1') return {};
  return {
    ...(minChoices !== null && { minLength: minChoices }),
    ...(maxChoices !== null && { maxLength: maxChoices }),
    ...(ballotStyle === 'points' && pointsPerBallot !== null && { maxSumPoints: pointsPerBallot }),
    ...(ballotStyle === 'knapsack' && { maxSumCostMinor: budgetPence }),
  };
}

/** An officer may have opened voting before its day; without an end by the timetable only two officers end it. */
function timesOf({ phases, now, stateSince, nextChangeAt }: RoundNow): { opensAt: Date; closesAt: Date } {
  const planned = phases.find(({ kind }) => kind === 'voting')?.opensAt ?? now;
  const began = stateSince && stateSince < planned ? stateSince : planned;
  return { opensAt: began < now ? began : now, closesAt: nextChangeAt ?? new Date(now.getTime() + YEAR_MS) };
}
