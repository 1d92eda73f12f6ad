import { pence } from '../platform/database/index.js';
import type { ProposalState } from './proposal-states.js';
import type { Proposal, ProposalSummary, Shown } from './proposal.js';

export const SUMMARY_COLUMNS = `number, round_id, author_id, imported, title, summary, categories,
  estimate_pence, cost_pence, currency, place_id, latitude, longitude, state, supports, comments,
  submitted_at, shown, hidden_reason`;

/** Of the table itself, not of an alias. */
export const COLUMNS = `${SUMMARY_COLUMNS}, shown_title(proposals) AS shown_title, body, version, ballot_id, votes, outcome_funded,
  without_hidden(outcome_sentence, round_id) AS outcome_sentence, outcome_count_id, decision_number, merged_into`;

export interface SummaryRow {
  number: number;
  round_id: string;
  author_id: string | null;
  imported: boolean;
  title: string;
  summary: string;
  categories: string[];
  estimate_pence: string | null;
  cost_pence: string | null;
  currency: string;
  place_id: string;
  latitude: number | null;
  longitude: number | null;
  state: ProposalState;
  supports: number;
  comments: number;
  submitted_at: Date | null;
  shown: Shown;
  hidden_reason: string | null;
}

export interface ProposalRow extends SummaryRow {
  shown_title: string;
  body: string;
  version: number;
  ballot_id: string | null;
  votes: number | null;
  outcome_funded: boolean | null;
  outcome_sentence: string | null;
  outcome_count_id: string | null;
  decision_number: string | null;
  merged_into: number | null;
}

export const minor = (stored: string | null): number | null => pence.from(stored) as number | null;

export function summaryOf(row: SummaryRow): ProposalSummary {
  return {
    number: row.number,
    roundId: row.round_id,
    authorId: row.author_id,
    imported: row.imported,
    title: row.title,
    summary: row.summary,
    category: row.categories[0] ?? null,
    estimatePence: minor(row.estimate_pence),
    costPence: minor(row.cost_pence),
    currency: row.currency,
    placeId: row.place_id,
    latitude: row.latitude,
    longitude: row.longitude,
    state: row.state,
    supports: row.supports,
    comments: row.comments,
    submittedAt: row.submitted_at,
    shown: row.shown,
    hiddenReason: row.hidden_reason,
  };
}

export function proposalOf(row: ProposalRow): Proposal {
  const { outcome_funded: funded, outcome_sentence: sentence, outcome_count_id: countId } = row;
  return {
    ...summaryOf(row),
    shownTitle: row.shown_title,
    body: row.body,
    version: row.version,
    ballotId: row.ballot_id,
    votes: row.votes,
    outcome: funded !== null && sentence !== null && countId !== null ? { funded, sentence, countId } : null,
    decisionNumber: row.decision_number,
    mergedInto: row.merged_into,
  };
}
