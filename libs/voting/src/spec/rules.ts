import { thresholdParams, tieParams, utilityParam, type ParamDescriptor } from './params.js';
import type { RuleName } from '../model/rule-spec.js';

/** A rule as offered to an officer: what it is called, what it favours, what can be set. */
export interface RuleModule {
  readonly name: RuleName;
  /** Raised whenever the definition, and so possibly an outcome, changes. */
  readonly version: string;
  readonly title: string;
  readonly description: string;
  /** What it favours and what it costs, in plain words. */
  readonly favours: string;
  readonly params: readonly ParamDescriptor[];
}

const greedy: RuleModule = {
  name: 'greedy',
  version: '1.0.0',
  title: 'Most votes first',
  description:
    'Projects are ordered by votes. Going down the list, each project that fits the money left is funded. One that nobody voted for is not, unless the fewest votes needed are set to 0.',
  favours:
    'Projects with the most supporters, whatever they cost. A large group can decide everything; other residents may get nothing they chose.',
  params: [
    utilityParam('Order projects by', 'What decides who comes first.', {
      cost: 'Votes',
      costpoints: 'Points',
      card: 'Votes per money',
      points: 'Points per money',
      borda1: 'Rank points per money (last listed gets 1)',
      borda0: 'Rank points per money (last listed gets 0)',
    }),
    {
      name: 'onMisfit',
      kind: 'choice',
      default: 'skip',
      title: 'When a project does not fit the money left',
      help: 'Passing over it leaves less money unspent; stopping keeps to the order of votes.',
      options: [
        { value: 'skip', title: 'Pass over it and go on' },
        { value: 'stop', title: 'Stop the count' },
        { value: 'reserve', title: 'Stop, but fund it from a reserve if most of its cost is left' },
      ],
    },
    {
      name: 'reservePercent',
      kind: 'integer',
      min: 1,
      max: 100,
      unit: 'percent',
      default: 80,
      title: 'Part of its cost that must be left to use the reserve',
      help: 'Only used with the reserve.',
    },
    {
      name: 'categoryCaps',
      kind: 'caps',
      of: 'category',
      default: {},
      title: 'Most money for one category',
      help: 'A project in several categories must fit the limit of each.',
    },
    {
      name: 'neighbourhoodCaps',
      kind: 'caps',
      of: 'neighbourhood',
      default: {},
      title: 'Most money for one neighbourhood',
      help: 'Projects without a neighbourhood are not limited.',
    },
    {
      name: 'leftover',
      kind: 'choice',
      default: 'none',
      title: 'Money left at the end',
      help: 'Under limits for categories or neighbourhoods money can be left although projects would fit.',
      options: [
        { value: 'none', title: 'Stays unspent' },
        { value: 'fill', title: 'Funds the next projects that fit, without the limits' },
        { value: 'part', title: 'Goes to the next project as part of its cost' },
      ],
    },
    ...tieParams,
    ...thresholdParams,
  ],
};

const equalShares: RuleModule = {
  name: 'equal-shares',
  version: '1.0.0',
  title: 'Equal Shares',
  description:
    'The budget is divided equally among all voters. A project is funded when its supporters can pay for it together; the project with the most support per share is bought first.',
  favours:
    'Fair shares: a group that is a tenth of the voters decides about a tenth of the money. Fewer residents go away with nothing they chose.',
  params: [
    utilityParam('A voter is served by', 'How much a funded project is worth to a voter who chose it.'),
    {
      name: 'completion',
      kind: 'choice',
      default: 'add1u',
      title: 'Money left unspent',
      help: 'On its own the method usually leaves money unspent.',
      options: [
        { value: 'add1u', title: 'Raise everyone\u2019s share step by step, then fill up by votes' },
        { value: 'add1', title: 'Raise everyone\u2019s share step by step' },
        { value: 'utilitarian', title: 'Fill up by votes' },
        { value: 'budget-increase', title: 'Raise the whole budget step by step' },
        { value: 'none', title: 'Stays unspent' },
      ],
    },
    {
      name: 'increment',
      kind: 'integer',
      min: 0,
      max: Number.MAX_SAFE_INTEGER,
      unit: 'minor',
      default: 0,
      title: 'Size of one step',
      help: '0 means one whole unit of the currency per voter (or 1 % of the budget when the whole budget is raised).',
    },
    {
      name: 'start',
      kind: 'choice',
      default: 'exact',
      title: 'First share',
      help: 'Some cities round the first share down to whole units of the currency.',
      options: [
        { value: 'exact', title: 'Budget divided by the number of ballots, exactly' },
        { value: 'floor', title: 'Rounded down to whole units of the currency' },
      ],
    },
    {
      name: 'exhaustiveStop',
      kind: 'flag',
      default: true,
      title: 'Stop raising shares once nothing else fits',
      help: 'Otherwise shares rise until the winners would cost more than the budget.',
    },
    {
      name: 'comparison',
      kind: 'choice',
      default: 'none',
      title: 'Compare with the most votes rule at the end',
      help: 'If strictly more voters are better off with the most votes rule, its outcome is taken.',
      options: [
        { value: 'none', title: 'No comparison' },
        { value: 'satisfaction', title: 'Compare how much of what they chose is funded' },
        { value: 'exclusion-ratio', title: 'Compare whether anything they chose is funded' },
      ],
    },
    {
      name: 'eligibilityFilter',
      kind: 'flag',
      default: false,
      title: 'Leave out projects with very little support for their cost',
      help: 'Those whose part of the ballots is under a third of their part of the budget.',
    },
    ...tieParams,
    ...thresholdParams,
  ],
};

const phragmen: RuleModule = {
  name: 'phragmen',
  version: '1.0.0',
  title: 'Phragm\u00e9n\u2019s method',
  description:
    'Voters earn money at an even pace. As soon as a project\u2019s supporters have earned its cost together, it is funded and their money is gone.',
  favours: 'Fair shares, and cheaper projects with broad support. No share has to be fixed beforehand.',
  params: [
    {
      name: 'onMisfit',
      kind: 'choice',
      default: 'stop',
      title: 'When a project does not fit the money left',
      help: 'The method as published stops.',
      options: [
        { value: 'stop', title: 'Stop the count' },
        { value: 'skip', title: 'Pass over it and go on' },
      ],
    },
    {
      name: 'completion',
      kind: 'choice',
      default: 'none',
      title: 'Money left unspent',
      help: 'Money can be left when the method stops.',
      options: [
        { value: 'none', title: 'Stays unspent' },
        { value: 'utilitarian', title: 'Fill up by votes' },
      ],
    },
    ...tieParams,
    ...thresholdParams,
  ],
};

const maxWelfare: RuleModule = {
  name: 'max-welfare',
  version: '1.0.0',
  title: 'Largest total benefit',
  description:
    'Of all sets of projects that fit the budget, the one with the largest sum of benefits over all voters.',
  favours:
    'The total over everybody, not fairness between groups. A project can lose by gaining votes, so use it to compare, not to decide.',
  params: [
    utilityParam('Benefit of a voter', 'What is added up over all voters.'),
    ...tieParams,
    ...thresholdParams,
  ],
};

/** Every rule that can be counted, by name. */
export const RULES: Readonly<Record<RuleName, RuleModule>> = {
  greedy,
  'equal-shares': equalShares,
  phragmen,
  'max-welfare': maxWelfare,
};
