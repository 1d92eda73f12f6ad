import { type Dataset, field } from './dataset.js';

export const PROPOSALS: Dataset = {
  name: 'proposals',
  title: 'Proposals',
  about:
    'Every proposal that was sent in, with what became of it. Who wrote, supported or discussed one is not here, and never the exact place of a point on the map.',
  fields: [
    field('proposal', 'whole number', 'Number of the proposal: its page is /proposals/ and this number.'),
    field('round', 'text', 'See rounds.'),
    field('title', 'text', 'As its author wrote it; only its number where a moderator hid it.'),
    field('summary', 'text', 'As its author wrote it; empty where a moderator hid it.'),
    field('categories', 'text', 'Separated by semicolons.'),
    field('place', 'text', 'Ward or estate it is meant for.'),
    field('place_code', 'text', 'GSS code of that place, where it has one.'),
    field('currency', 'text', 'ISO 4217.'),
    field('estimate_pence', 'whole number', 'What its author thought it would cost.'),
    field('cost_pence', 'whole number', 'What the review said it would cost.'),
    field('state', 'text', 'Where it stands now.'),
    field('submitted_at', 'moment', 'UTC, when it was first sent in.'),
    field('supports', 'whole number', 'People who said that they support it. Not votes.'),
    field('votes', 'whole number', 'Ballots for it. Empty until a decision or a published count says so.'),
    field('funded', 'yes or no', 'Empty until decided.'),
    field('reason', 'text', 'Why it was funded or not, as published.'),
    field('decision', 'text', 'See decisions.'),
    field('merged_into', 'whole number', 'The proposal it became part of, if it did.'),
  ],
  sql: `DECLARE taken NO SCROLL CURSOR FOR SELECT p.number, r.slug,
      p.shown_title, p.shown_summary, array_to_string(p.categories, ';'), l.name, l.code, p.currency,
      p.estimate_pence, p.cost_pence, p.state, p.submitted_at, p.supports,
      CASE WHEN p.outcome_funded IS NOT NULL OR p.imported THEN p.votes END,
      p.outcome_funded, without_hidden(p.outcome_sentence, p.round_id), p.decision_number, p.merged_into
    FROM proposals p JOIN rounds r ON r.id = p.round_id JOIN places l ON l.id = p.place_id
    WHERE p.submitted_at IS NOT NULL AND p.state <> 'draft' AND p.shown <> 'waiting'
    ORDER BY p.number`,
};
