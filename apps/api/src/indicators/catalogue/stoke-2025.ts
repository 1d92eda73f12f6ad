import type { CatalogueReading } from './types.js';

const SOURCE =
  'Protection Approaches, Building social cohesion locally: Lessons from Stoke-on-Trent, April 2026';
const SELF_SELECTED =
  'Self-selected online survey of people who live, work or study in the city, with no weighting described. It speaks for the people who answered, not for every resident, so no margin of error is printed.';
const BASE_ASSUMED =
  'The report states the base of 428 once; that this figure has the same base is an assumption.';
const ASSOCIATION =
  'The two groups differ in more than how often they take part: this is an association, not proof that taking part changes it.';
const POLL =
  'Online panel poll of UK adults with its own wording: do not set it beside the Stoke-on-Trent survey as one series.';

const survey = (
  indicator: string,
  series: string,
  label: string,
  percent: number,
  cautions: readonly string[] = [BASE_ASSUMED],
): CatalogueReading => ({
  origin: `stoke-2025:${series}`,
  indicator,
  series,
  label,
  areaCode: 'E06000021',
  population: 'People who live, work or study in Stoke-on-Trent and answered the online survey',
  percent,
  n: 428,
  period: 'June to September 2025',
  from: '2025-06-01',
  to: '2025-09-30',
  mode: 'Online, self-selected',
  source: SOURCE,
  caution: [SELF_SELECTED, ...cautions].join(' '),
  isBenchmark: false,
  selfSelected: true,
});

/** A subgroup of the survey. The report gives no number of people for it. */
const subgroup = (
  indicator: string,
  series: string,
  label: string,
  percent: number,
  population: string,
): CatalogueReading => ({
  ...survey(indicator, series, label, percent, [
    'The number of people in this group is not published.',
    ASSOCIATION,
  ]),
  population,
  n: null,
});

const poll = (
  indicator: string,
  series: string,
  label: string,
  percent: number,
  population: string,
  n: number | null,
): CatalogueReading => ({
  origin: `uk-poll-2025:${series}`,
  indicator,
  series,
  label,
  areaCode: null,
  population,
  percent,
  n,
  period: '10 to 17 November 2025',
  from: '2025-11-10',
  to: '2025-11-17',
  mode: 'Online panel (Prolific)',
  source: SOURCE,
  caution: n === null ? `${POLL} The number of people in this group is not published.` : POLL,
  isBenchmark: true,
  selfSelected: false,
});

const OFTEN = 'People who answered and often take part in community activities';
const NEVER = 'People who answered and never take part in community activities';

/** What the report measured in Stoke-on-Trent in 2025, and the national poll it set beside it. Figures only as printed. */
export const STOKE_2025: readonly CatalogueReading[] = [
  survey('1.2', 'SOT-UNDERSTAND', 'Local services understand our needs not very well or not at all', 64, []),
  survey('1.2', 'SOT-UNDERSTAND-NAA', 'Local services understand our needs not at all', 21),
  survey('2.2', 'SOT-FAIR-POS', 'People are treated fairly always or most of the time', 26),
  survey('2.2', 'SOT-FAIR-LACK', 'Fairness is lacking at least some of the time', 66, [
    BASE_ASSUMED,
    'Contains the 18% who say rarely or never; the other 8% are not explained in the report.',
  ]),
  survey('2.2', 'SOT-FAIR-RARE', 'People are rarely or never treated fairly', 18),
  survey('3.3', 'SOT-GETON-NEG', 'People from different backgrounds do not get on well together', 48),
  survey('3.3', 'SOT-GETON-NAA', 'People from different backgrounds do not get on at all', 17.3),
  survey('3.1', 'SOT-PART-NONE', 'Took part in no community activity in 12 months', 24),
  survey('3.1', 'SOT-PART-ONCE', 'Took part in a community activity once or twice in 12 months', 21),
  subgroup('3.3', 'SOT-GETON-BY-OFTEN', 'Get along well, among people who often take part', 64, OFTEN),
  subgroup('3.3', 'SOT-GETON-BY-NEVER', 'Get along well, among people who never take part', 32, NEVER),
  subgroup(
    '1.2',
    'SOT-UNDERSTAND-BY-OFTEN',
    'Services understand our needs, among people who often take part',
    47,
    OFTEN,
  ),
  subgroup(
    '1.2',
    'SOT-UNDERSTAND-BY-NEVER',
    'Services understand our needs, among people who never take part',
    21,
    NEVER,
  ),
  poll('3.1', 'UKPOLL-PART-OFTEN', 'Take part in local activities often', 6, 'UK adults', 1027),
  poll('3.1', 'UKPOLL-PART-RARE', 'Take part in local activities only rarely', 36, 'UK adults', 1027),
  poll('3.1', 'UKPOLL-PART-NEVER', 'Never take part in local activities', 23, 'UK adults', 1027),
  poll(
    '1.2',
    'UKPOLL-UNDERSTAND-BY-PART',
    'Services understand our needs, among people who take part often or occasionally',
    74,
    'UK adults who often or occasionally take part',
    null,
  ),
  poll(
    '1.2',
    'UKPOLL-UNDERSTAND-BY-NEVER',
    'Services understand our needs, among people who never take part',
    45,
    'UK adults who never take part',
    null,
  ),
];
