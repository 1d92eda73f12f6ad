import { drawCharm, inventBallot, type InventedBallot } from './ballots.ts';
import { IDEAS, type ProjectIdea } from './catalogue.ts';
import { seededRandom } from './random.ts';
import { WARDS } from './wards.ts';

export interface ElectionOptions {
  /** The same seed gives the same text, byte for byte. */
  readonly seed: string | number;
  /** Ballots, 1 or more; 20,000 by default. */
  readonly voters?: number;
  /** Whole pounds; 300,000 by default. */
  readonly budgetPounds?: number;
  /** What the election is called; "Potteries Green Spaces" by default. */
  readonly name?: string;
  /** What can be voted for; the whole catalogue by default. */
  readonly ideas?: readonly ProjectIdea[];
  /** The first and the last day of voting, YYYY-MM-DD; September 2025 by default. */
  readonly voted?: { readonly from: string; readonly to: string };
}

/**
 * An invented approval election for the demonstration, as a Pabulib `.pb` text: projects in real wards of
 * Stoke-on-Trent, ballots clustered by ward and interest. No person, project or vote in it is real.
 */
export function generateElection({
  seed,
  voters = 20_000,
  budgetPounds = 300_000,
  name = 'Potteries Green Spaces',
  ideas = IDEAS,
  voted = { from: '2025-09-01', to: '2025-09-28' },
}: ElectionOptions): string {
  if (!Number.isSafeInteger(voters) || voters < 1) throw new RangeError(`${voters} voters`);
  const random = seededRandom(String(seed));
  const charm = drawCharm(random, ideas);
  const ballots = Array.from({ length: voters }, () => inventBallot(random, ideas, WARDS, charm));
  const votes = ideas.map(() => 0);
  for (const { choices } of ballots) for (const at of choices) votes[at] = (votes[at] ?? 0) + 1;
  return [
    ...metaRows({ seed, voters, budgetPounds, name, ideas, voted }),
    ...projectRows(ideas, votes),
    ...voteRows(ballots),
    '',
  ].join('\n');
}

const projectId = (at: number): string => `PGS-${String(at + 1).padStart(2, '0')}`;

function metaRows({ seed, voters, budgetPounds, name, ideas, voted }: Required<ElectionOptions>): string[] {
  const year = voted.to.slice(0, 4);
  const comment = [
    `#1: An invented election made by a generator (seed ${seed}) to demonstrate counting; no voter, project or vote in it is real.`,
    '#2: Ward names are real: ONS, Open Government Licence v3.0. Contains OS data (c) Crown copyright and database right 2021.',
  ];
  return [
    'META',
    'key;value',
    `description;${cell(`${name} ${year} (invented demonstration)`)}`,
    'country;United Kingdom',
    'unit;Stoke-on-Trent',
    `instance;${year}`,
    `num_projects;${ideas.length}`,
    `num_votes;${voters}`,
    `budget;${budgetPounds}`,
    'vote_type;approval',
    'rule;equalshares/add1',
    `date_begin;${dayWritten(voted.from)}`,
    `date_end;${dayWritten(voted.to)}`,
    'min_length;1',
    'max_length;6',
    'language;en',
    'currency;GBP',
    'experimental;1',
    `comment;${cell(comment.join(' '))}`,
  ];
}

/** As Pabulib writes days, DD.MM.YYYY. */
const dayWritten = (day: string): string => day.split('-').toReversed().join('.');

/** Sorted as Pabulib sorts: most votes, then cheaper, then id. */
function projectRows(ideas: readonly ProjectIdea[], votes: readonly number[]): string[] {
  const order = ideas
    .map((idea, at) => ({ idea, at, votes: votes[at] ?? 0, place: placeOf(idea) }))
    .sort((a, b) => b.votes - a.votes || a.idea.costPounds - b.idea.costPounds || a.at - b.at);
  return [
    'PROJECTS',
    'project_id;cost;votes;name;category;neighborhood;description;latitude;longitude',
    ...order.map(({ idea, at, votes: count, place }) =>
      [
        ...[projectId(at), idea.costPounds, count, idea.name, idea.category, idea.ward, idea.description],
        ...place,
      ]
        .map((value) => cell(String(value)))
        .join(';'),
    ),
  ];
}

/** Projects of one ward stand on different points of it. */
function placeOf(idea: ProjectIdea): readonly [number, number] {
  const ward = WARDS.find(({ name }) => name === idea.ward);
  const sameWard = IDEAS.filter(({ ward: name }) => name === idea.ward);
  const place = ward?.points[sameWard.indexOf(idea) % ward.points.length];
  if (!place) throw new RangeError(`no place for ${idea.name}`);
  return place;
}

function voteRows(ballots: readonly InventedBallot[]): string[] {
  return [
    'VOTES',
    'voter_id;vote;voting_method;neighborhood',
    ...ballots.map(({ choices, ward, method }, index) =>
      [index + 1, choices.map(projectId).join(','), method, cell(ward)].join(';'),
    ),
  ];
}

function cell(text: string): string {
  return /[;"\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
