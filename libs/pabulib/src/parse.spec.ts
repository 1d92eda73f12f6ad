import { describe, expect, it } from '@jest/globals';

import { parsePb } from './parse.js';
import { toElection } from './to-election.js';

const text = [
  'META',
  'key;value',
  'description;Green Spaces',
  'budget;300000.0',
  'vote_type;approval',
  'currency;GBP',
  'PROJECTS',
  'project_id;cost;votes;name;category',
  '07;4000.50;2;"Park; with ""benches""";green, play',
  'BO/7;12,5;1;Mural;None',
  'VOTES',
  'voter_id;vote;age',
  'a;07,BO/7;40',
  'b;07;',
  'c;;17',
  '',
].join('\r\n');

describe('parsePb', () => {
  it('reads money exactly, quoted cells, labels and abstentions', () => {
    const file = parsePb(text);

    expect(file.budgetMinor).toBe(30_000_000);
    expect(file.projects).toEqual([
      {
        ...{ id: '07', costMinor: 400_050, votes: 2, name: 'Park; with "benches"' },
        ...{ categories: ['green', 'play'], beneficiaries: [], other: [] },
      },
      { id: 'BO/7', costMinor: 1250, votes: 1, name: 'Mural', categories: [], beneficiaries: [], other: [] },
    ]);
    expect(file.votes[2]).toEqual({ voterId: 'c', choices: [], other: ['17'] });
  });

  it('gives a rule the election without voter ids or personal columns', () => {
    expect(toElection(parsePb(text))).toEqual({
      projects: [
        { id: '07', costMinor: 400_050, categories: ['green', 'play'] },
        { id: 'BO/7', costMinor: 1250 },
      ],
      ballots: [{ choices: ['07', 'BO/7'] }, { choices: ['07'] }, { choices: [] }],
      budgetMinor: 30_000_000,
      voteType: 'approval',
      minorPerUnit: 100,
    });
  });
});
