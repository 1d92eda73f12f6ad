/** One parameter of a rule, described well enough to build a form field for it. */
export type ParamDescriptor = ParamText &
  (
    | { readonly kind: 'choice'; readonly options: readonly ParamOption[]; readonly default: string }
    | {
        readonly kind: 'integer';
        readonly min: number;
        readonly max: number;
        readonly unit: 'votes' | 'percent' | 'minor';
        readonly default: number;
      }
    | { readonly kind: 'flag'; readonly default: boolean }
    | { readonly kind: 'text'; readonly optional: true; readonly maxLength: number }
    | { readonly kind: 'id-groups'; readonly default: readonly (readonly string[])[] }
    | {
        readonly kind: 'caps';
        readonly of: 'category' | 'neighbourhood';
        readonly default: Readonly<Record<string, number>>;
      }
  );

interface ParamText {
  /** The field of the spec it sets. */
  readonly name: string;
  readonly title: string;
  readonly help: string;
}

export interface ParamOption {
  readonly value: string;
  readonly title: string;
}

export const tieParams: readonly ParamDescriptor[] = [
  {
    name: 'tie',
    kind: 'choice',
    default: 'min-cost',
    title: 'If projects are exactly level',
    help: 'Fixed before the vote and used for every tie in the count.',
    options: [
      { value: 'min-cost', title: 'The cheaper project first, then the one with more votes' },
      { value: 'max-votes', title: 'The project with more votes first, then the cheaper one' },
      { value: 'max-cost', title: 'The dearer project first, then the one with more votes' },
      { value: 'lot', title: 'By lot, from a published seed' },
      { value: 'paper-order', title: 'In the order of the ballot paper' },
      { value: 'id', title: 'In the order of project numbers, compared as text' },
    ],
  },
  {
    name: 'tieSeed',
    kind: 'text',
    optional: true,
    maxLength: 200,
    title: 'Seed for drawing lots',
    help: 'Any text published before the vote, such as the numbers of a later lottery draw named in advance.',
  },
];

export const thresholdParams: readonly ParamDescriptor[] = [
  {
    name: 'minVotes',
    kind: 'integer',
    min: 0,
    max: 1_000_000_000,
    unit: 'votes',
    default: 1,
    title: 'Fewest votes a project needs',
    help: 'Projects with fewer are not considered. With 0, money that is left can go to projects nobody voted for.',
  },
  {
    name: 'minVotesPercent',
    kind: 'integer',
    min: 0,
    max: 100,
    unit: 'percent',
    default: 0,
    title: 'Fewest votes as a percentage of all ballots',
    help: 'The higher of the two limits holds. 0 means there is no such limit.',
  },
  {
    name: 'thresholdOn',
    kind: 'choice',
    default: 'votes',
    title: 'The limit counts',
    help: 'On points ballots a limit can count points instead of ballots.',
    options: [
      { value: 'votes', title: 'Ballots that name the project' },
      { value: 'score', title: 'Points' },
    ],
  },
  {
    name: 'conflicts',
    kind: 'id-groups',
    default: [],
    title: 'Projects that exclude each other',
    help: 'Of each group at most one is funded, for example when they need the same site.',
  },
];

const utilityOptions: Record<string, string> = {
  cost: 'Money spent on what they chose',
  card: 'Number of funded projects they chose',
  points: 'Points they gave to funded projects',
  costpoints: 'Points they gave, times money spent',
  borda1: 'Rank points (last listed gets 1)',
  borda0: 'Rank points (last listed gets 0)',
};

/** The utilities a rule offers, in the words of that rule where given. */
export function utilityParam(
  title: string,
  help: string,
  words: Readonly<Record<string, string>> = utilityOptions,
): ParamDescriptor {
  return {
    name: 'utility',
    kind: 'choice',
    default: 'cost',
    title,
    help,
    options: Object.entries(words).map(([value, text]) => ({ value, title: text })),
  };
}
