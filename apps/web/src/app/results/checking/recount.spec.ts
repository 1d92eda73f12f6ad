import { describe, expect, it } from '@jest/globals';
import type { CheckNews } from './messages.js';
import { recount } from './recount.js';

const FILE = `META
key;value
description;Three projects
country;United Kingdom
unit;Test
instance;2026
num_projects;3
num_votes;3
budget;100
vote_type;approval
rule;greedy
currency;GBP
PROJECTS
project_id;cost;votes
P1;60;3
P2;50;2
P3;40;1
VOTES
voter_id;vote
1;P1,P2
2;P1,P2
3;P1,P3
`;

describe('recount', () => {
  it('counts a published file by the published rule and tells how far it is', async () => {
    const told: CheckNews[] = [];

    const counted = await recount(FILE, { rule: 'greedy', version: '1.0.0' }, (news) => told.push(news));

    expect([...counted.winners].sort()).toEqual(['P1', 'P3']);
    expect(counted.ballots).toBe(3);
    expect(told.at(-1)).toEqual({ kind: 'progress', step: 'counting', done: 1 });
  });

  it('refuses a file that is no election, and a rule that is none', async () => {
    await expect(recount('hello', { rule: 'greedy' }, () => {})).rejects.toThrow();
    await expect(recount(FILE, { rule: 'by-hand' }, () => {})).rejects.toThrow();
  });
});
