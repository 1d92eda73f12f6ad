import { describe, expect, it } from '@jest/globals';
import { faultsOf, firstFault, whereIs } from './draft-faults.js';
import { endOfDay, londonDay, startOfDay } from './london-days.js';
import { defaultParams, emptyDraft, type RoundDraft, writeRound } from './round-draft.js';
import { workedExample } from './worked-example.js';

const days = (opens: string, closes: string) => ({ opens, closes });
const complete: RoundDraft = {
  ...emptyDraft(),
  placeSlug: 'stoke',
  title: 'Safer streets',
  summary: 'What forty thousand pounds do for our streets.',
  pots: [{ name: 'Fund', pounds: '£40,000' }],
  phases: {
    ideas: days('2027-03-01', '2027-03-28'),
    review: days('2027-03-29', '2027-04-25'),
    voting: days('2027-04-26', '2027-05-16'),
    counting: days('2027-05-17', '2027-05-23'),
    delivering: days('', ''),
  },
};

describe('days in London', () => {
  it('begin at midnight there, in winter and in summer', () => {
    expect(startOfDay('2026-12-01')).toBe('2026-12-01T00:00:00.000Z');
    expect(startOfDay('2026-07-01')).toBe('2026-06-30T23:00:00.000Z');
  });

  it('end where the next begins, across the change of clocks', () => {
    expect(endOfDay('2027-03-28')).toBe('2027-03-28T23:00:00.000Z');
    expect(londonDay(new Date('2027-03-28T22:59:59Z'))).toBe('2027-03-28');
  });
});

describe('a draft of a round', () => {
  it('has no faults when every question is answered', () => {
    expect(firstFault(complete)).toBeNull();
  });

  it('is sent with instants in UTC, money in pence and the defaults of its rule', () => {
    const sent = writeRound(complete);
    expect(sent.pots).toEqual([{ name: 'Fund', amountPence: 4_000_000 }]);
    expect(sent.phases.map(({ kind }) => kind)).toEqual(['ideas', 'review', 'voting', 'counting']);
    expect(sent.phases[2]).toEqual({
      kind: 'voting',
      opensAt: '2027-04-25T23:00:00.000Z',
      closesAt: '2027-05-16T23:00:00.000Z',
    });
    expect(sent.rule).toMatchObject({ rule: 'equal-shares', completion: 'add1u', tie: 'min-cost' });
    expect(sent).not.toHaveProperty('pointsPerBallot');
  });

  it('says which date does not follow from which', () => {
    const phases = { ...complete.phases, voting: days('2027-04-20', '2027-04-10') };
    expect(faultsOf('dates', { ...complete, phases })).toEqual([
      {
        fieldId: 'phase-voting-opens',
        message: 'Voting: the first day must be after the last day of “Review”',
      },
      { fieldId: 'phase-voting-closes', message: 'Voting: the last day cannot be before the first' },
    ]);
  });

  it('needs the seed when ties are settled by lot', () => {
    const draft = { ...complete, params: { ...complete.params, tie: 'lot' } };
    expect(faultsOf('rule', draft)).toEqual([
      { fieldId: 'rule-tieSeed', message: 'Enter the seed for drawing lots' },
    ]);
  });

  it('keeps settings as they are typed and reads them when it is sent', () => {
    const params = {
      ...defaultParams('greedy'),
      minVotes: '25',
      categoryCaps: 'Sport = 20,000',
      conflicts: '1, 2',
    };
    expect(writeRound({ ...complete, rule: 'greedy', params }).rule).toMatchObject({
      minVotes: 25,
      categoryCaps: { Sport: 2_000_000 },
      conflicts: [['1', '2']],
    });
    expect(
      faultsOf('rule', { ...complete, rule: 'greedy', params: { ...params, minVotes: 'few' } }),
    ).toHaveLength(1);
  });

  it('finds the question a refused field belongs to, delivery left out or not', () => {
    expect(whereIs('pots.1.amountPence', complete)).toEqual({ step: 'money', fieldId: 'pot-1-amount' });
    expect(whereIs('phases.3.closesAt', complete)).toEqual({
      step: 'dates',
      fieldId: 'phase-counting-closes',
    });
  });
});

describe('the worked example', () => {
  it('shows how the rules differ', () => {
    const funded = (rule: 'greedy' | 'equal-shares') =>
      workedExample(rule, defaultParams(rule), 'approval')!.rows.filter((row) => row.funded).length;
    expect(workedExample('greedy', defaultParams('greedy'), 'approval')!.served).toBe(6);
    expect(workedExample('equal-shares', defaultParams('equal-shares'), 'approval')!.served).toBe(10);
    expect([funded('greedy'), funded('equal-shares')]).toEqual([2, 3]);
  });

  it.each(['approval', 'knapsack', 'ranked', 'points', 'choose-1'] as const)('counts %s ballots', (style) => {
    expect(workedExample('equal-shares', defaultParams('equal-shares'), style)).not.toBeNull();
  });

  it('says nothing while the settings are no rule yet', () => {
    expect(workedExample('greedy', { ...defaultParams('greedy'), tie: 'lot' }, 'approval')).toBeNull();
  });
});
