import { type Dataset, field } from './dataset.js';

export const DECISIONS: Dataset = {
  name: 'decisions',
  title: 'Decisions',
  about:
    'Every published decision in every published version: a correction never replaces what stood before.',
  fields: [
    field('decision', 'text', 'Number: its page is /decisions/ and this number.'),
    field('version', 'whole number', '1 for the first; a correction is one more.'),
    field('round', 'text', 'See rounds.'),
    field('place', 'text', 'Whose decision it is.'),
    field('body', 'text', 'Who decided.'),
    field('published_at', 'moment', 'UTC, of this version.'),
    field('title', 'text', ''),
    field('summary', 'text', ''),
    field('reasons', 'text', 'Why it was decided so.'),
    field('fairness', 'text', 'Who gains, who may feel passed over, how fairness is shown.'),
    field('what_next', 'text', ''),
    field('correction', 'text', 'What was wrong before. Empty in version 1.'),
  ],
  sql: `DECLARE taken NO SCROLL CURSOR FOR SELECT 'D-' || d.number, v.version, r.slug, p.name, d.body, v.published_at, v.title, v.summary, v.reasons, v.fairness,
      v.what_next, v.note
    FROM decision_versions v JOIN decisions d ON d.id = v.decision_id
      JOIN rounds r ON r.id = d.round_id JOIN places p ON p.id = d.place_id
    WHERE v.published_at IS NOT NULL
    ORDER BY d.number, v.version`,
};

export const DECIDED_PROJECTS: Dataset = {
  name: 'decided-projects',
  title: 'Projects in decisions',
  about: 'For each published decision every project on the ballot, chosen or not, with its reason.',
  fields: [
    field('decision', 'text', 'See decisions.'),
    field('version', 'whole number', 'Of the decision.'),
    field('position', 'whole number', 'In the order of the decision.'),
    field('proposal', 'whole number', 'See proposals.'),
    field('title', 'text', 'On the day of the decision; only its number where a moderator hid it.'),
    field('cost_pence', 'whole number', 'In hundredths of the round’s currency.'),
    field('votes', 'whole number', 'Ballots for it.'),
    field('chosen', 'yes or no', ''),
    field('reason', 'text', 'In plain words.'),
  ],
  sql: `DECLARE taken NO SCROLL CURSOR FOR SELECT 'D-' || d.number, i.version, i.position, i.proposal_number,
      CASE p.shown WHEN 'yes' THEN i.title ELSE p.shown_title END, i.cost_pence, i.votes, i.chosen, without_hidden(i.reason, d.round_id)
    FROM decision_items i JOIN decision_versions v USING (decision_id, version) JOIN decisions d ON d.id = i.decision_id
      JOIN proposals p ON p.number = i.proposal_number
    WHERE v.published_at IS NOT NULL
    ORDER BY d.number, i.version, i.position`,
};
