import type { RuleSpec } from '@commonthread/voting';

import { pence } from '../platform/database/index.js';
import { type Phase, PHASE_KINDS, type PhaseKind } from './phases.js';
import type { OverridePhase } from './round-state.js';
import type { BallotStyle, Connection, Pot, Round, RoundSource } from './round.js';

/** Every column a page needs, and the clock; the canonical paper is left out, it can be long. */
export const ROW = `SELECT id, slug, title, summary, description, place_id, currency, pots, budget_pence,
  ${PHASE_KINDS.map((kind) => `${kind}_opens_at, ${kind}_closes_at`).join()},
  minimum_age, connections, ballot_style, min_choices, max_choices, points_per_ballot, rule,
  opened_at, override_phase, override_reason, override_at, cancelled_at, cancelled_reason, decided_at,
  paper_sha256, paper_frozen_at, projects, ballots, published_count_id, money_left, decision_number,
  invented, imported_from, clock_timestamp() AS now FROM rounds`;

type PhaseColumns = { [Column in `${PhaseKind}_${'opens' | 'closes'}_at`]: Date | null };

export interface RoundRow extends PhaseColumns {
  id: string;
  slug: string;
  title: string;
  summary: string;
  description: string;
  place_id: string;
  currency: string;
  pots: Pot[];
  budget_pence: string;
  minimum_age: number;
  connections: Connection[];
  ballot_style: BallotStyle;
  min_choices: number | null;
  max_choices: number | null;
  points_per_ballot: number | null;
  rule: RuleSpec;
  opened_at: Date | null;
  override_phase: OverridePhase | null;
  override_reason: string | null;
  override_at: Date | null;
  cancelled_at: Date | null;
  cancelled_reason: string | null;
  decided_at: Date | null;
  paper_sha256: string | null;
  paper_frozen_at: Date | null;
  projects: number;
  ballots: number | null;
  published_count_id: string | null;
  money_left: string | null;
  decision_number: string | null;
  invented: boolean;
  imported_from: RoundSource | null;
  now: Date;
}

export function roundOf(row: RoundRow): Round {
  return {
    id: row.id,
    slug: row.slug,
    title: row.title,
    summary: row.summary,
    description: row.description,
    placeId: row.place_id,
    currency: row.currency,
    pots: row.pots,
    budgetPence: pence.from(row.budget_pence) as number,
    phases: phasesOf(row),
    eligibility: { minimumAge: row.minimum_age, connections: row.connections },
    ballotStyle: row.ballot_style,
    minChoices: row.min_choices,
    maxChoices: row.max_choices,
    pointsPerBallot: row.points_per_ballot,
    rule: row.rule,
    openedAt: row.opened_at,
    override:
      row.override_phase && row.override_at
        ? { phase: row.override_phase, at: row.override_at, reason: row.override_reason ?? '' }
        : null,
    cancelledAt: row.cancelled_at,
    cancelledReason: row.cancelled_reason,
    decidedAt: row.decided_at,
    paperSha256: row.paper_sha256,
    paperFrozenAt: row.paper_frozen_at,
    projects: row.projects,
    ballots: row.ballots,
    publishedCountId: row.published_count_id,
    moneyLeft: row.money_left,
    decisionNumber: row.decision_number,
    invented: row.invented,
    imported: row.imported_from !== null,
    importedFrom: row.imported_from,
  };
}

function phasesOf(row: RoundRow): Phase[] {
  return PHASE_KINDS.flatMap((kind) => {
    const opensAt = row[`${kind}_opens_at`];
    const closesAt = row[`${kind}_closes_at`];
    return opensAt && closesAt ? [{ kind, opensAt, closesAt }] : [];
  });
}
