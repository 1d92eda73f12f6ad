import { describe, expect, it } from '@jest/globals';

import { type ReadFile, readBallots, readWhole } from './file-reading.js';
import { roundFromFile } from './round-from-file.js';

const file = (meta: Record<string, string>, votes: string, projects = 'project_id;cost\na;100\nb;50') =>
  `META\nkey;value\n${Object.entries({ budget: '100.50', ...meta })
    .map(([key, value]) => `${key};${value}`)
    .join('\n')}\nPROJECTS\n${projects}\nVOTES\n${votes}\n`;

async function* inPieces(text: string): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
}

const read = (text: string): Promise<ReadFile> => readWhole(inPieces(text), 'utf-8', () => {});
const approval = { vote_type: 'approval', rule: 'greedy', unit: 'Łódź', instance: '2022', currency: 'PLN' };

describe('roundFromFile', () => {
  it('names the round after city, year and part, and keeps money exact', async () => {
    const found = await read(file({ ...approval, subunit: 'small' }, 'voter_id;vote\n1;a'));
    const round = roundFromFile(found, null);

    expect(round).toMatchObject({
      title: 'Łódź 2022, small',
      currency: 'PLN',
      pots: [{ name: 'Budget', amountPence: 10_050 }],
      ballotStyle: 'approval',
      ballots: 1,
    });
    expect(roundFromFile(found, 'My title').title).toBe('My title');
  });

  it('closes voting in the last minute of its last day, by London clocks; a year alone gives no days', async () => {
    const dated = { ...approval, date_begin: '01.03.2024', date_end: '31.03.2024' };
    const { voted } = roundFromFile(await read(file(dated, 'voter_id;vote\n1;a')), null);

    expect([voted?.opensAt.toISOString(), voted?.closesAt.toISOString()]).toEqual([
      '2024-03-01T00:00:00.000Z',
      '2024-03-31T22:59:00.000Z',
    ]);
    const yearly = { ...approval, date_begin: '2024', date_end: '2024' };
    expect(roundFromFile(await read(file(yearly, 'voter_id;vote\n1;a')), null).voted).toBeNull();
  });

  it('counts by the declared rule, and says so when the file declares none', async () => {
    const declared = roundFromFile(
      await read(file({ ...approval, rule: 'greedy-no-skip' }, 'voter_id;vote\n1;a')),
      null,
    );
    const unknown = roundFromFile(
      await read(file({ ...approval, rule: 'unknown' }, 'voter_id;vote\n1;a')),
      null,
    );

    expect(declared.rule).toMatchObject({ rule: 'greedy', onMisfit: 'stop' });
    expect(unknown.rule).toMatchObject({ rule: 'greedy', onMisfit: 'skip' });
    expect(unknown.warnings.join()).toContain('does not say which rule');

    const told = { ...approval, rule: 'greedy-custom', comment: '#1: Two winners in every district.' };
    const custom = roundFromFile(await read(file(told, 'voter_id;vote\n1;a')), null);
    expect(custom.rule).toMatchObject({ rule: 'greedy', onMisfit: 'skip' });
    expect(custom.warnings.join()).toContain('told in words only. The round is counted by most votes first');
  });

  it.each([
    [{ vote_type: 'approval', max_sum_cost: '100' }, 'voter_id;vote\n1;a', 'knapsack'],
    [{ vote_type: 'ordinal' }, 'voter_id;vote\n1;a', 'ranked'],
    [{ vote_type: 'choose-1' }, 'voter_id;vote\n1;a', 'choose-1'],
    [{ vote_type: 'cumulative', max_sum_points: '5' }, 'voter_id;vote;points\n1;a;5', 'points'],
  ])('reads %p as its ballot style', async (meta, votes, ballotStyle) => {
    expect(roundFromFile(await read(file(meta, votes)), null).ballotStyle).toBe(ballotStyle);
  });
});

describe('readBallots', () => {
  it('hands on choices and points and nothing about the voter, whatever the pieces', async () => {
    const text = file({ vote_type: 'cumulative' }, 'voter_id;vote;points;age\nzoë;a,b;3,1;44\n2;b;4;19');
    const found = await read(text);
    const ballots = [];
    for await (const ballot of readBallots(inPieces(text), 'utf-8', found)) ballots.push(ballot);

    expect(found).toMatchObject({ ballots: 2, droppedColumns: ['age'] });
    expect(ballots).toEqual([
      { choices: ['a', 'b'], points: [3, 1] },
      { choices: ['b'], points: [4] },
    ]);
  });
});
