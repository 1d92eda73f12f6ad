import { canonicalJson, type Json } from '@commonthread/kernel';

import type { PaperProject, Round } from './round.js';

/**
 * The ballot paper as one text: everything that decides who may vote, on what and how it is counted.
 * Canonical JSON (RFC 8785), so that its SHA-256 is the same wherever it is computed.
 *
 * `projects` are sorted by ballot id in code-unit order; all money is in whole minor units of `currency`.
 */
export function canonicalPaper(round: Round, place: string, projects: readonly PaperProject[]): string {
  const { slug, title, currency, budgetPence, pots, eligibility, rule } = round;
  const { ballotStyle, minChoices, maxChoices, pointsPerBallot } = round;
  return canonicalJson({
    format: 'commonthread-ballot-paper/1',
    round: slug,
    title,
    place,
    currency,
    budgetPence,
    pots: pots.map(({ name, amountPence }) => ({ name, amountPence })),
    eligibility: {
      minimumAge: eligibility.minimumAge,
      connections: eligibility.connections.toSorted(),
    },
    ballotStyle,
    limits: { minChoices, maxChoices, pointsPerBallot },
    rule: rule as unknown as Json,
    projects: projects
      .map((project) => ({ ...project }))
      .sort((a, b) => (a.ballotId < b.ballotId ? -1 : a.ballotId > b.ballotId ? 1 : 0)),
  });
}
