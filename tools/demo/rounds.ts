export interface DemoRound {
  /** The state it is shown in. */
  readonly state: 'ideas' | 'review' | 'voting' | 'counting' | 'draft' | 'cancelled';
  readonly title: string;
  readonly summary: string;
  readonly description: string;
  readonly ward: string | undefined;
  readonly pots: readonly { readonly name: string; readonly amountPence: number }[];
  readonly rule: { readonly rule: string } & Readonly<Record<string, string>>;
  readonly ballotStyle: string;
  readonly maxChoices?: number;
  /** How many of the catalogue's ideas are handed in. */
  readonly proposals: number;
}

const INVENTED =
  'This round is invented for the demonstration: its money, its projects and its dates are not real.';
const EQUAL_SHARES = { rule: 'equal-shares' };
const GREEDY = { rule: 'greedy' };

/** One invented round in each phase that comes before a count. */
export const ROUNDS: readonly DemoRound[] = [
  {
    state: 'ideas',
    title: 'Burslem and Tunstall neighbourhood fund',
    summary:
      'Put forward an idea for the two northern towns. Up to £120,000 will be spent on what residents choose.',
    description: `Tell us what would make everyday life better in Burslem or Tunstall: a place to meet, a safer crossing, something for young people. Ideas can be small.\n\n${INVENTED}`,
    ward: undefined,
    pots: [
      { name: 'Burslem', amountPence: 60_000_00 },
      { name: 'Tunstall', amountPence: 60_000_00 },
    ],
    rule: EQUAL_SHARES,
    ballotStyle: 'approval',
    maxChoices: 5,
    proposals: 14,
  },
  {
    state: 'review',
    title: 'Safer streets fund',
    summary:
      'Ideas for crossings, lighting and quieter streets are being costed by the council before the vote.',
    description: `Officers are looking at each idea: may the council do it, what does it cost to build and to run, when could it be done.\n\n${INVENTED}`,
    ward: undefined,
    pots: [{ name: 'Safer streets', amountPence: 150_000_00 }],
    rule: GREEDY,
    ballotStyle: 'knapsack',
    proposals: 10,
  },
  {
    state: 'voting',
    title: 'Longton community fund',
    summary: 'The ballot paper is fixed and the vote is on.',
    description: `The list of projects and their costs was fixed on the day voting opened and cannot change any more.\n\n${INVENTED}`,
    ward: 'longton-and-meir-hay-south',
    pots: [{ name: 'Longton', amountPence: 90_000_00 }],
    rule: EQUAL_SHARES,
    ballotStyle: 'approval',
    maxChoices: 4,
    proposals: 9,
  },
  {
    state: 'counting',
    title: 'Meir play fund',
    summary:
      'Residents voted online and on paper. The count is signed and anybody can check it; the decision comes next.',
    description: `Every ballot is published without a name: look at the results, and check the whole vote on your own device.\n\n${INVENTED}`,
    ward: undefined,
    pots: [{ name: 'Play', amountPence: 25_000_00 }],
    rule: GREEDY,
    ballotStyle: 'choose-1',
    proposals: 7,
  },
  {
    state: 'draft',
    title: 'Hanley youth spaces',
    summary:
      'A round that is still being prepared: only officers of the place can see it until it is opened.',
    description: INVENTED,
    ward: undefined,
    pots: [{ name: 'Youth spaces', amountPence: 40_000_00 }],
    rule: EQUAL_SHARES,
    ballotStyle: 'approval',
    proposals: 0,
  },
  {
    state: 'cancelled',
    title: 'Canal festival fund',
    summary: 'This round was called off after it opened. Its page says why and what happens to the ideas.',
    description: INVENTED,
    ward: undefined,
    pots: [{ name: 'Festival', amountPence: 20_000_00 }],
    rule: GREEDY,
    ballotStyle: 'approval',
    proposals: 3,
  },
];
