import type { Measures } from '@commonthread/voting';

import { MeasureDto } from './dto/measure.dto.js';
import { moneyWords } from './money-words.js';

const percent = new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 1 });
const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });

/** The measures of an outcome as a reader meets them, each with what it means. */
export function measureWords(measures: Measures, currency: string): MeasureDto[] {
  const { ballots, votersWithWinner, exclusionRatio, averageWinners, averageCostMinor } = measures;
  const { spentMinor, budgetMinor, costGini, powerInequality, ejrPlusViolations } = measures;
  const money = moneyWords(currency);
  return [
    {
      code: 'voters-with-winner',
      title: 'Voters with at least one funded project',
      value: percent.format(1 - exclusionRatio),
      explanation: `${number.format(votersWithWinner)} of ${number.format(ballots)} voters chose at least one project that is funded.`,
    },
    {
      code: 'average-winners',
      title: 'Funded projects per voter',
      value: number.format(averageWinners),
      explanation: 'How many of the projects a voter chose are funded, on average.',
    },
    {
      code: 'average-cost',
      title: 'Money for a voter’s choices',
      value: money(Math.round(averageCostMinor)),
      explanation: 'What the funded projects that a voter chose cost together, on average.',
    },
    {
      code: 'spent',
      title: 'Budget spent',
      value: percent.format(budgetMinor === 0 ? 0 : spentMinor / budgetMinor),
      explanation: `${money(spentMinor)} of ${money(budgetMinor)}.`,
    },
    {
      code: 'power-inequality',
      title: 'Distance from equal influence',
      value: number.format(powerInequality),
      explanation:
        'Each project’s cost is divided equally over the voters who chose it. 0 means that everybody decided over the same sum; the higher, the less equal.',
    },
    {
      code: 'cost-gini',
      title: 'Inequality between voters',
      value: number.format(costGini),
      explanation:
        'Gini coefficient of the money for each voter’s choices: 0 means all the same, near 1 means that a few got nearly all.',
    },
    {
      code: 'groups-passed-over',
      title: 'Projects a large enough group was denied',
      value: number.format(ejrPlusViolations.length),
      explanation:
        'Projects not funded although their supporters’ equal shares would pay for them, and each of those voters got less than that share (EJR+ up to one project).',
    },
  ];
}
