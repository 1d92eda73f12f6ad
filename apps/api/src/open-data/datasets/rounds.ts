import { type Dataset, field } from './dataset.js';

export const ROUNDS: Dataset = {
  name: 'rounds',
  title: 'Rounds',
  about: 'Every round that was opened: what was asked, with how much money, by which rule.',
  fields: [
    field('round', 'text', 'Name of the round in addresses; the other tables refer to it.'),
    field('title', 'text', 'As the council wrote it.'),
    field('place', 'text', 'Council, ward or estate that the round belongs to.'),
    field('place_code', 'text', 'GSS code of the Office for National Statistics, where the place has one.'),
    field('currency', 'text', 'ISO 4217.'),
    field('budget_pence', 'whole number', 'Money to give out, in hundredths of the currency.'),
    field('ideas_opens_at', 'moment', 'UTC. Empty: the round had no such phase, or was imported.'),
    field('voting_opens_at', 'moment', 'UTC.'),
    field('voting_closes_at', 'moment', 'UTC.'),
    field('minimum_age', 'whole number', 'Of voters, in years.'),
    field('ballot_style', 'text', 'approval, knapsack, ranked, points or choose-1.'),
    field('rule', 'text', 'By which the votes are counted.'),
    field('rule_version', 'text', 'Of that rule.'),
    field('projects', 'whole number', 'Proposals of the round that the public can read.'),
    field('ballots', 'whole number', 'Ballots counted. Empty until a count is published.'),
    field('paper_sha256', 'text', 'Of the frozen ballot paper. Empty until voting opened.'),
    field('decision', 'text', 'Number of the decision. Empty until it is published.'),
    field('cancelled_reason', 'text', 'Empty unless the round was cancelled.'),
    field('imported', 'yes or no', 'Whether it was held elsewhere and taken over from a published file.'),
    field('invented', 'yes or no', 'Whether it is an example that never happened.'),
  ],
  sql: `DECLARE taken NO SCROLL CURSOR FOR SELECT r.slug, r.title, p.name, p.code, r.currency, r.budget_pence, r.ideas_opens_at, r.voting_opens_at,
      r.voting_closes_at, r.minimum_age, r.ballot_style, r.rule->>'rule', r.rule->>'version', r.projects,
      CASE WHEN r.published_count_id IS NOT NULL THEN r.ballots END, r.paper_sha256, r.decision_number, r.cancelled_reason,
      r.imported_from IS NOT NULL, r.invented
    FROM rounds r JOIN places p ON p.id = r.place_id
    WHERE r.opened_at IS NOT NULL OR r.imported_from IS NOT NULL
    ORDER BY r.created_at, r.slug`,
};
