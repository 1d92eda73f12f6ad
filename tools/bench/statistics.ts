import { type Answer, type Margin, protectTable, rake, type Table } from '@commonthread/statistics';

import { seededRandom } from '../demo/elections/random.ts';
import { type Figure, medianMs, seconds } from './measure.ts';

/** What a city asks of the survey rules: many answers, and a table of all its wards by twelve groups. */
const ANSWERS = 20_000;
const WARDS = 34;
const GROUPS = 12;
const MARGINS: readonly Margin[] = [
  margin('age', [0.22, 0.31, 0.27, 0.2]),
  margin('sex', [0.49, 0.51]),
  margin('tenure', [0.58, 0.24, 0.18]),
  margin('ethnicity', [0.78, 0.12, 0.05, 0.05]),
];

export async function benchStatistics(): Promise<Figure[]> {
  const chance = seededRandom('survey');
  const answers = Array.from({ length: ANSWERS }, () => answer(chance));
  const raked = await medianMs(
    5,
    () => answers,
    (all) => rake(all, MARGINS),
  );
  const counted = await medianMs(
    5,
    () => answers,
    (all) => MARGINS.map(({ variable }) => all.filter((one) => one[variable] === '0').length),
  );
  const people = table(chance);
  const hidden = await medianMs(
    5,
    () => people,
    (all) => protectTable(all),
  );
  const copied = await medianMs(
    5,
    () => people,
    (all) => structuredClone(all),
  );
  return [
    {
      what: `${ANSWERS.toLocaleString('en-GB')} answers weighted to ${MARGINS.length} margins of the census`,
      measured: seconds(raked),
      target: '< 1 s',
      ratio: `${(raked / counted).toFixed(1)} x counting one category of each`,
    },
    {
      what: `Small numbers hidden in a table of ${WARDS} wards by ${GROUPS} groups`,
      measured: seconds(hidden),
      target: '< 1 s',
      ratio: `${(hidden / copied).toFixed(0)} x copying the table`,
    },
  ];
}

function margin(variable: string, shares: readonly number[]): Margin {
  return { variable, targets: Object.fromEntries(shares.map((share, at) => [`${at}`, share])) };
}

/** Leans to the first categories, as those who answer do; one in twenty withholds. */
function answer(chance: () => number): Answer {
  return Object.fromEntries(
    MARGINS.map(({ variable, targets }) => {
      const categories = Object.keys(targets).length;
      return [variable, chance() < 0.05 ? null : `${Math.floor(chance() ** 1.4 * categories)}`];
    }),
  );
}

/** Most groups large, some with a handful of people. */
function table(chance: () => number): Table {
  return Array.from({ length: WARDS }, () =>
    Array.from({ length: GROUPS }, () => Math.floor(chance() ** 3 * 200)),
  );
}
