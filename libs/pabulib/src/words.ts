import type { VoteType } from '@commonthread/voting';

/** The three sections, in the order a file has them. */
export const SECTIONS = ['META', 'PROJECTS', 'VOTES'] as const;
export type SectionName = (typeof SECTIONS)[number];

export const VOTE_TYPES: readonly VoteType[] = ['approval', 'choose-1', 'ordinal', 'cumulative', 'scoring'];

/** META keys in the order Pabulib's own checker asks for. Unknown keys follow, as they came. */
export const META_ORDER: readonly string[] = [
  ...['description', 'country', 'unit', 'district', 'subunit', 'instance'],
  ...['num_projects', 'num_votes', 'budget', 'vote_type', 'rule', 'date_begin', 'date_end'],
  ...['min_length', 'max_length', 'min_sum_cost', 'max_sum_cost', 'min_points', 'max_points'],
  ...['min_sum_points', 'max_sum_points', 'default_score', 'min_project_cost', 'max_project_cost'],
  ...['min_project_score_threshold', 'neighborhoods', 'subdistricts', 'categories', 'edition'],
  ...['language', 'currency', 'fully_funded', 'experimental', 'comment', 'acknowledgments'],
  ...['leftover_budget', 'budget_per_category', 'budget_per_neighborhood'],
  ...['min_length_per_category', 'max_length_per_category'],
  ...['min_sum_cost_per_category', 'max_sum_cost_per_category'],
];

/** Keys the checker insists on; a reader can count without most of them, so their absence is a warning. */
export const EXPECTED_META: readonly string[] = [
  ...['description', 'country', 'unit', 'instance', 'num_projects', 'num_votes', 'rule'],
  ...['date_begin', 'date_end'],
];

/** Columns of VOTES that say something about the person, in the public files seen so far. */
export const PERSONAL_COLUMNS: readonly string[] = [
  ...['age', 'sex', 'gender', 'education', 'district', 'neighborhood', 'voting_method'],
];

/** Cost of a project withdrawn after the vote: a mark, not a price. In currency units. */
export const WITHDRAWN_COST_UNITS = 999_999_999;

/** Whether ballots of this type carry points of their own. */
export const carriesPoints = (type: VoteType): boolean => type === 'cumulative' || type === 'scoring';

/** Whether a project's score is more than its number of votes. */
export const hasScore = (type: VoteType): boolean => carriesPoints(type) || type === 'ordinal';

/** A cell as the format means it: trimmed, and the word `None` for nothing. */
export function cellText(cell: string | undefined): string {
  const text = cell === undefined ? '' : cell.trim();
  return text === 'None' ? '' : text;
}

/** A comma-separated cell; an empty cell is an empty list, spaces around a label do not count. */
export function cellList(cell: string | undefined): string[] {
  const text = cellText(cell);
  if (text === '') return [];
  return text
    .split(',')
    .map((label) => label.trim())
    .filter((label) => label !== '');
}
