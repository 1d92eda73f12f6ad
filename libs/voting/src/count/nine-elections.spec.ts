import { describe, expect, it } from '@jest/globals';

import { count } from './count.js';
import type { Ballot, Election, VoteType } from '../model/election.js';
import { checkRuleSpec } from '../spec/check-rule-spec.js';

/** "A60 B20": ids with costs. */
function election(
  budgetMinor: number,
  costs: string,
  ballots: readonly Ballot[],
  voteType: VoteType = 'approval',
): Election {
  const projects = costs.split(' ').map((text) => {
    const [, id, cost] = /^([a-zA-Z]+\d??)_?(\d+)$/.exec(text)!;
    return { id: id!, costMinor: Number(cost) };
  });
  return { projects, ballots, budgetMinor, voteType, minorPerUnit: 1 };
}

/** "A,B 2xC": one ballot per word, repeated where it says so. */
function marks(text: string, separator = ','): Ballot[] {
  return text.split(' ').flatMap((word) => {
    const [, times, choices] = /^(?:(\d+)x)?(.+)$/.exec(word)!;
    return Array.from({ length: Number(times ?? 1) }, () => ({ choices: choices!.split(separator) }));
  });
}

/** From each project's voters to ballots: { A: [1, 2] } means voters 1 and 2 chose A. */
function chosenBy(n: number, by: Record<string, readonly number[]>): Ballot[] {
  return Array.from({ length: n }, (_, voter) => ({
    choices: Object.keys(by).filter((id) => by[id]!.includes(voter + 1)),
  }));
}

const points = (text: string): Ballot[] =>
  text.split(' ').map((word) => {
    const parts = word.split(',').map((part) => [part[0]!, Number(part.slice(1))] as const);
    return { choices: parts.map(([id]) => id), points: parts.map(([, given]) => given) };
  });

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);

const elections = {
  E1: election(
    1100,
    'bike_700 gym_400 park_250 play_200 lib_100',
    chosenBy(11, {
      bike: [...range(1, 6), 11],
      gym: range(1, 6),
      park: [2, 4, 5, 7, 10],
      play: range(7, 10),
      lib: [7, 9, 10],
    }),
  ),
  E2: election(100, 'A60 B20 C20 D40', marks('6xA 2xA,B B,C C,D D C')),
  E3: election(40, 'a1_10 a2_10 a3_10 a4_10 b1_10 b2_10', marks('3xa1,a2,a3,a4 b1,b2')),
  E4: election(10, 'X10 Y5 Z5', marks('4xX 3xY 3xZ')),
  E5: election(10, 'big_10 s1_5 s2_5', marks('5xbig 4xs1,s2')),
  E6: election(10, 'P4 Q7 R3', marks('4xP 5xQ R')),
  E7: election(12, 'A6 B6 C3', points('A2,B1 A3 B2,C1 C3 A1,C2 B3'), 'cumulative'),
  E8: election(12, 'A6 B6 C3', marks('A>B>C A>C B>C C C>A B', '>'), 'ordinal'),
  E9: election(
    300,
    'P1_125 P2_50 P3_75',
    chosenBy(10, { P1: range(1, 5), P2: range(1, 6), P3: [...range(3, 5), ...range(7, 10)] }),
  ),
};

type Row = readonly [keyof typeof elections, string, string, string?];

/** Rule as "greedy cost" or "equal-shares cost add1"; winners in the order funded; final share per voter. */
const outcomes: readonly Row[] = [
  ['E1', 'greedy cost', 'bike gym'],
  ['E1', 'equal-shares cost', 'bike play lib'],
  ['E1', 'greedy card', 'lib park play gym'],
  ['E1', 'equal-shares card', 'lib park gym play'],
  ['E1', 'phragmen', 'lib park play gym'],
  ['E1', 'max-welfare cost', 'bike gym'],
  ['E1', 'equal-shares cost add1', 'bike play lib'],
  ['E2', 'greedy cost', 'A B C'],
  ['E2', 'equal-shares cost', 'A C'],
  ['E2', 'equal-shares card', 'B'],
  ['E2', 'equal-shares cost add1', 'A B C', '43/3'],
  ['E2', 'phragmen', 'B C A'],
  ['E3', 'greedy cost', 'a1 a2 a3 a4'],
  ['E3', 'equal-shares cost', 'a1 a2 a3 b1'],
  ['E3', 'phragmen', 'a1 a2 a3 b1'],
  ['E4', 'greedy cost', 'X'],
  ['E4', 'equal-shares cost', ''],
  ['E4', 'equal-shares cost add1', 'Y Z', '2/1'],
  ['E4', 'max-welfare cost', 'X'],
  ['E4', 'max-welfare card', 'Y Z'],
  ['E5', 'greedy cost', 'big'],
  ['E5', 'greedy card', 's1 s2'],
  ['E5', 'phragmen', 's1'],
  ['E5', 'equal-shares cost', ''],
  ['E5', 'equal-shares cost add1', ''],
  ['E5', 'equal-shares cost add1u', 'big'],
  ['E6', 'greedy cost', 'Q R'],
  ['E6', 'phragmen', 'P'],
  ['E6', 'equal-shares cost', 'P'],
  ['E6', 'equal-shares cost add1u', 'P R'],
  ['E7', 'greedy cost', 'A B'],
  ['E7', 'greedy points', 'C A'],
  ['E7', 'greedy costpoints', 'A B'],
  ['E7', 'equal-shares cost', 'A C'],
  ['E7', 'equal-shares card', 'C'],
  ['E7', 'equal-shares points', 'C'],
  ['E7', 'equal-shares costpoints', 'C'],
  ['E8', 'greedy cost', 'C A'],
  ['E8', 'greedy costpoints', 'A C'],
  ['E8', 'greedy borda0', 'A B'],
  ['E8', 'equal-shares cost', 'C'],
  ['E8', 'equal-shares borda0', ''],
  ['E8', 'equal-shares cost add1', 'C A', '3/1'],
  ['E8', 'equal-shares costpoints add1', 'A C'],
  ['E9', 'equal-shares cost', 'P3 P2'],
  ['E9', 'equal-shares card', 'P2 P3'],
  ['E9', 'greedy cost', 'P3 P2 P1'],
  ['E9', 'phragmen', 'P2 P3 P1'],
];

/** Agreed by pabutools 1.2.3 and an independent exact count; ties by id. */
describe('nine small elections counted by others', () => {
  it.each(outcomes)('%s by %s funds %s', (name, words, winners, ...rest) => {
    const [rule, utility = 'cost', completion] = words.split(' ');
    const spec = {
      rule,
      utility,
      tie: 'id',
      ...(rule === 'equal-shares' ? { completion: completion ?? 'none' } : {}),
    };
    const outcome = count(elections[name], checkRuleSpec(spec));
    expect(outcome.winners.join(' ')).toBe(winners);
    const [endowment] = rest;
    if (endowment !== undefined) {
      expect(`${outcome.endowment!.num}/${outcome.endowment!.den}`).toBe(endowment);
    }
  });

  it('says which welfare was reached', () => {
    const welfare = (utility: string) =>
      count(elections.E4, checkRuleSpec({ rule: 'max-welfare', utility })).objective;
    expect([welfare('cost'), welfare('card')]).toEqual(['40', '6']);
  });

  it('records each tie met and who was level', () => {
    const spec = { rule: 'equal-shares', completion: 'none', tie: 'id' };
    expect(count(elections.E3, checkRuleSpec(spec)).ties.map(({ projectIds }) => projectIds)).toEqual([
      ['a1', 'a2', 'a3', 'a4'],
      ['a2', 'a3', 'a4'],
      ['a3', 'a4'],
      ['b1', 'b2'],
    ]);
    const card = { ...spec, utility: 'card' };
    expect(count(elections.E1, checkRuleSpec(card)).ties).toEqual([
      expect.objectContaining({ round: 2, projectIds: ['park', 'play'], chosen: 'park' }),
    ]);
  });
});
