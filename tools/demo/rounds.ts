export interface DemoRound {
  /** The state it is shown in. */
  readonly state: 'ideas' | 'review' | 'voting' | 'counting' | 'draft' | 'cancelled';
  /** The week in which it opens for ideas, counted from the one the demo is loaded in. */
  readonly week: number;
  readonly title: string;
  readonly summary: string;
  readonly description: string;
  /** Slug of the ward whose round it is; the whole city's when left out. */
  readonly ward?: string;
  /** Names of wards its ideas are for, in turn; each idea's own in the catalogue when left out. */
  readonly areas?: readonly string[];
  /** Names in the catalogue of what is handed in. */
  readonly ideas: readonly string[];
  readonly pots: readonly { readonly name: string; readonly amountPence: number }[];
  readonly rule: { readonly rule: string } & Readonly<Record<string, string>>;
  readonly ballotStyle: string;
  readonly maxChoices?: number;
}

const INVENTED =
  'This round is invented for the demonstration: its money, its projects and its dates are not real.';
const EQUAL_SHARES = { rule: 'equal-shares' };
const GREEDY = { rule: 'greedy' };

/** One invented round in each phase that comes before a count. What is on a ballot costs more than its pot holds. */
export const ROUNDS: readonly DemoRound[] = [
  {
    state: 'ideas',
    week: -4,
    title: 'Burslem and Tunstall neighbourhood fund',
    summary:
      'Put forward an idea for the two northern towns. Up to £120,000 will be spent on what residents choose.',
    description: `Tell us what would make everyday life better in Burslem or Tunstall: a place to meet, a safer crossing, something for young people. Ideas can be small.\n\n${INVENTED}`,
    areas: ['Burslem', 'Tunstall', 'Burslem Park'],
    ideas: [
      'Pocket park with benches',
      'Covered sports court',
      'Bandstand music season',
      'Street trees for a long road',
      'Mural with local schools',
      'Water play feature',
      'Crossing and dropped kerbs',
      'Skate ramp renewal',
      'Greenhouse for the allotments',
      'Alley gates and planting',
      'Evening sports sessions',
      'Street library boxes',
      'Benches on the walk to the surgery',
      'Lights at the bus stops',
    ],
    pots: [
      { name: 'Burslem', amountPence: 60_000_00 },
      { name: 'Tunstall', amountPence: 60_000_00 },
    ],
    rule: EQUAL_SHARES,
    ballotStyle: 'approval',
    maxChoices: 5,
  },
  {
    state: 'review',
    week: -10,
    title: 'Safer streets fund',
    summary:
      'Ideas for crossings, lighting and quieter streets are being costed by the council before the vote.',
    description: `Officers are looking at each idea: may the council do it, what does it cost to build and to run, when could it be done.\n\n${INVENTED}`,
    ideas: [
      'School street planters',
      'Lit walking route through the park',
      'Crossing and dropped kerbs',
      'Speed tables on a rat run',
      'Secure cycle stands',
      'Safer path beside the stream',
      'Benches on the walk to the surgery',
      'Lights at the bus stops',
      'Alley gates and planting',
      'Defibrillators at three shops',
    ],
    pots: [{ name: 'Safer streets', amountPence: 40_000_00 }],
    rule: GREEDY,
    ballotStyle: 'knapsack',
  },
  {
    state: 'voting',
    week: -16,
    title: 'Longton community fund',
    summary: 'The ballot paper is fixed and the vote is on.',
    description: `The list of projects and their costs was fixed on the day voting opened and cannot change any more.\n\n${INVENTED}`,
    ward: 'longton-and-meir-hay-south',
    ideas: [
      'Community orchard',
      'Lit walking route through the park',
      'Table tennis and games tables',
      'Youth shelter by the playing field',
      'Ceramic mosaic on the underpass',
      'Raised beds at the community garden',
      'Secure cycle stands',
      'Street library boxes',
      'Safer path beside the stream',
    ],
    pots: [{ name: 'Longton', amountPence: 30_000_00 }],
    rule: EQUAL_SHARES,
    ballotStyle: 'approval',
    maxChoices: 4,
  },
  {
    state: 'counting',
    week: -21,
    title: 'Meir play fund',
    summary:
      'Residents voted online and on paper. The count is signed and anybody can check it; the decision comes next.',
    description: `Every ballot is published without a name: look at the results, and check the whole vote on your own device.\n\n${INVENTED}`,
    areas: ['Meir North', 'Meir Park', 'Meir South'],
    ideas: [
      'New swings and climbing frame',
      'Natural play trail',
      'Skate ramp renewal',
      'Toddler corner with shade',
      'Table tennis and games tables',
      'Water play feature',
      'Basketball hoops and markings',
    ],
    pots: [{ name: 'Play', amountPence: 25_000_00 }],
    rule: GREEDY,
    ballotStyle: 'choose-1',
  },
  {
    state: 'draft',
    week: 3,
    title: 'Hanley youth spaces',
    summary:
      'A round that is still being prepared: only officers of the place can see it until it is opened.',
    description: INVENTED,
    ideas: [],
    pots: [{ name: 'Youth spaces', amountPence: 40_000_00 }],
    rule: EQUAL_SHARES,
    ballotStyle: 'approval',
  },
  {
    state: 'cancelled',
    week: -13,
    title: 'Canal festival fund',
    summary: 'This round was called off after it opened. Its page says why and what happens to the ideas.',
    description: INVENTED,
    areas: ['Etruria & Hanley'],
    ideas: ['Open-air cinema evenings', 'Ceramic mosaic on the underpass', 'Bandstand music season'],
    pots: [{ name: 'Festival', amountPence: 20_000_00 }],
    rule: GREEDY,
    ballotStyle: 'approval',
  },
];
