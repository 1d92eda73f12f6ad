import { seededRandom, weightedIndex } from './random.ts';

export interface ManyStepsOptions {
  /** The same seed gives the same text, byte for byte. */
  readonly seed: string;
  readonly voters: number;
  readonly projects: number;
  /** Most projects on one ballot. */
  readonly maxLength: number;
  /** Whole forints, a currency whose unit is small: every voter's share is raised in very many steps. */
  readonly budget: number;
}

/** The shape of a capital's vote counted in forints: many voters, many projects, more than 20,000 steps of one forint. */
export const MANY_STEPS: ManyStepsOptions = {
  seed: 'many-steps',
  voters: 28_943,
  projects: 175,
  maxLength: 11,
  budget: 1_000_000_000,
};

/** An invented approval election as a Pabulib `.pb` text. No voter, project or vote in it is real. */
export function generateManySteps({ seed, voters, projects, maxLength, budget }: ManyStepsOptions): string {
  const random = seededRandom(seed);
  const costs = Array.from({ length: projects }, () => (5 + Math.floor(random() * 116)) * 1_000_000);
  const liking = costs.map(() => 0.05 + random() ** 4);
  const votes = costs.map(() => 0);
  const ballots = Array.from({ length: voters }, () => {
    const length = 1 + Math.floor(random() * maxLength);
    const chosen = new Set<number>();
    while (chosen.size < length) chosen.add(weightedIndex(random, liking));
    for (const at of chosen) votes[at] = (votes[at] ?? 0) + 1;
    return [...chosen].map((at) => at + 1).join();
  });
  return [
    ...[
      'META',
      'key;value',
      'description;Invented, to measure counting',
      'country;Invented',
      'unit;Invented',
    ],
    ...['instance;2024', `num_projects;${projects}`, `num_votes;${voters}`, `budget;${budget}`],
    ...['vote_type;approval', 'rule;unknown', 'date_begin;2024', 'date_end;2024', 'min_length;1'],
    ...[`max_length;${maxLength}`, 'currency;HUF', 'experimental;1', 'PROJECTS', 'project_id;cost;votes'],
    ...costs.map((cost, at) => `${at + 1};${cost};${votes[at]}`),
    ...['VOTES', 'voter_id;vote', ...ballots.map((vote, at) => `${at + 1};${vote}`), ''],
  ].join('\n');
}
