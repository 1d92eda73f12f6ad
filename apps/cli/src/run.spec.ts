import { describe, expect, it } from '@jest/globals';

import type { Terminal } from './command.js';
import { run } from './run.js';

const election = [
  ...['META', 'key;value', 'description;Small', 'country;X', 'unit;X', 'instance;1', 'num_projects;3'],
  ...['num_votes;6', 'budget;10.5', 'vote_type;approval', 'rule;greedy', 'date_begin;2025', 'date_end;2025'],
  ...['currency;GBP', 'PROJECTS', 'project_id;cost;name'],
  ...['10;4.25;Benches', '9;6.25;Mural', '2;7;Lights'],
  ...['VOTES', 'voter_id;vote', 'a;9,10', 'b;9', 'c;9,2', 'd;10', 'e;2', 'f;'],
].join('\n');

function shell(files: Record<string, string | Uint8Array> = {}) {
  const out: string[] = [];
  const err: string[] = [];
  const contents: Record<string, string | Uint8Array> = { 'small.pb': election, ...files };
  let clock = 0;
  const terminal: Terminal = {
    read: (path) => {
      const content = contents[path];
      if (content === undefined) throw new Error('no such file');
      return typeof content === 'string' ? new TextEncoder().encode(content) : content;
    },
    stream: () => {
      throw new Error('nothing is streamed here');
    },
    list: (folder) =>
      Object.keys(contents)
        .filter((path) => path.startsWith(`${folder}/`))
        .map((path) => path.slice(folder.length + 1)),
    now: () => (clock += 5),
    out: (line) => out.push(line),
    err: (line) => err.push(line),
  };
  return { out, err, run: (...args: string[]) => run(args, terminal) };
}

describe('ct count', () => {
  it('prints winners sorted as text, exact money and what the count met', () => {
    const { out, run } = shell();
    expect(run('count', 'small.pb', '--rule', 'greedy')).toBe(0);
    expect(out).toEqual([
      'rule        greedy',
      'winners     2: 10 9',
      'total cost  10.5 GBP',
      'budget      The whole 10.5 GBP is spent.',
      'rounds      2',
      'ties met    0',
      'seconds     0.005',
    ]);
  });

  it('prints one JSON object with the parameters it counted with', () => {
    const { out, run } = shell();
    run('count', 'small.pb', '--rule', 'greedy', '--utility', 'card', '--tie', 'T5', '--json');
    expect(JSON.parse(out.join(''))).toMatchObject({
      ...{ rule: 'greedy', winners: ['10', '9'], cost: '10.5', ties_met: 0, seconds: 0.005 },
      params: { rule: 'greedy', utility: 'card', tie: 'paper-order' },
    });
  });

  it('takes the rule from the file, and the file from standard input', () => {
    const { out, run } = shell({ '-': election });
    expect(run('count', '-', '--rule', 'as-declared', '--json')).toBe(0);
    expect(JSON.parse(out.join(''))).toMatchObject({
      params: { rule: 'greedy', tie: 'paper-order', onMisfit: 'skip' },
    });
  });

  it('refuses a rule that the file tells in words only, rather than counting by another', () => {
    const custom = (comment: string) =>
      election.replace('rule;greedy', `rule;greedy-custom\ncomment;${comment}`);
    const { err, out, run } = shell({ 'words.pb': custom('#1: Two winners in every district.') });
    expect(run('count', 'words.pb', '--rule', 'as-declared')).toBe(2);
    expect([err.join(), out]).toEqual([expect.stringContaining('read the comment and name a rule'), []]);

    const reserve = 'If the rest is enough to fund at least 50% of that project, we fund it as well.';
    const known = shell({ 'reserve.pb': custom(reserve).replace('budget;10.5', 'budget;10') });
    expect(known.run('count', 'reserve.pb', '--rule', 'as-declared')).toBe(0);
    expect(known.out).toContain(
      'budget      0.5 GBP more than the 10 GBP is spent: this rule pays the first project that does not fit out of a reserve when at least 50% of its cost is left.',
    );
  });

  it('says why money is left', () => {
    const { out, run } = shell();
    run('count', 'small.pb', '--rule', 'equal-shares', '--json');
    expect(JSON.parse(out.join(''))).toMatchObject({
      left: '10.5',
      money: expect.stringMatching(/^10\.5 GBP of 10\.5 GBP is left because Equal Shares only spends/),
    });
  });

  it('starts Equal Shares without a completion, as the published definition does', () => {
    const { out, run } = shell();
    expect(run('count', 'small.pb', '--rule', 'equal-shares', '--json')).toBe(0);
    expect(JSON.parse(out.join(''))).toMatchObject({ winners: [], cost: '0', endowment: '7/4' });
  });

  it('reads an increment in currency units', () => {
    const { out, run } = shell();
    run(
      'count',
      'small.pb',
      '--rule',
      'equal-shares',
      '--completion',
      'add1',
      '--increment',
      '0.05',
      '--json',
    );
    expect(JSON.parse(out.join(''))).toMatchObject({ params: { increment: 5 } });
  });

  it('gives the objective of a welfare maximum in currency units', () => {
    const { out, run } = shell();
    run('count', 'small.pb', '--rule', 'max-welfare', '--json');
    // 2 votes x 4.25 + 3 votes x 6.25
    expect(JSON.parse(out.join(''))).toMatchObject({ winners: ['10', '9'], objective: '27.25' });
  });

  it.each([
    [['count', 'small.pb'], '--rule is needed'],
    [['count', '--rule', 'greedy'], 'which file'],
    [['count', 'small.pb', '--rule', 'plurality'], 'rule unknown'],
    [['count', 'small.pb', '--rule', 'greedy', '--frobnicate'], "Unknown option '--frobnicate'"],
    [['count', 'small.pb', '--rule', 'phragmen', '--utility', 'card'], 'utility not-allowed'],
    [['count', 'small.pb', '--rule', 'greedy', '--utility', 'borda0'], 'borda0 cannot be read from approval'],
    [['count', 'small.pb', '--rule', 'greedy', '--tie', 'T9'], 'tie not-allowed'],
    [['count', 'small.pb', '--rule', 'greedy', '--tie', 'T4'], 'tieSeed missing'],
    [['count', 'small.pb', '--rule', 'equal-shares', '--increment', '0'], '--increment 0'],
    [['count', 'small.pb', '--rule', 'as-declared', '--tie', 'T1'], 'takes its parameters from the file'],
    [['count', 'absent.pb', '--rule', 'greedy'], 'cannot read absent.pb'],
    [['count', 'latin1.pb', '--rule', 'greedy'], 'not UTF-8'],
    [['count', 'latin1.pb', '--rule', 'greedy'], 'line 1: Mé'],
    [['pb-check', 'latin1.pb'], 'give --encoding windows-1252'],
    [['pb-check', 'small.pb', '--encoding', 'klingon'], '--encoding klingon is not one of'],
    [['pb-check', 'nul.pb'], 'Line 2, byte 6'],
    [['tally'], 'no command tally'],
    [[], 'which command'],
  ])('answers %j with exit 2 and says "%s"', (args, words) => {
    const latin1 = new Uint8Array([0x4d, 0xe9, 0x0a]);
    const { out, err, run } = shell({ 'latin1.pb': latin1, 'nul.pb': 'META\n\0' });
    expect(run(...args)).toBe(2);
    expect(err.join('\n')).toContain(words);
    expect(out).toEqual([]);
  });
});

describe('ct pb-check', () => {
  it('reads a file in the encoding that is given, or that its mark tells', () => {
    const bytes = Uint8Array.from([...election.replace('Mural', 'Caf\xe9')].map((one) => one.charCodeAt(0)));
    const utf16 = new Uint8Array(Buffer.from(`\ufeff${election}`, 'utf16le'));
    const { run } = shell({ 'latin1.pb': bytes, 'utf16.pb': utf16 });
    expect(run('pb-check', 'latin1.pb', '--encoding', 'windows-1252')).toBe(0);
    expect(run('count', 'latin1.pb', '--rule', 'greedy', '--encoding', 'windows-1252')).toBe(0);
    expect(run('pb-check', 'utf16.pb')).toBe(0);
  });

  it('says what a sound file holds, and what is odd about it', () => {
    const { out, run } = shell({ 'odd.pb': election.replace('c;9,2', 'c;9,2,9') });
    expect(run('pb-check', 'odd.pb')).toBe(0);
    expect(out[0]).toBe('ok: 3 projects, 6 approval ballots, budget 10.5 GBP');
    expect(out[1]).toContain('vote.repeated-project');
  });

  it('lists every fault with its line', () => {
    const { err, run } = shell({ 'bad.pb': election.replace('9;6.25', '9;dear').replace('d;10', 'd;11') });
    expect(run('pb-check', 'bad.pb')).toBe(2);
    expect(err).toEqual([
      'line 18, cost: "dear": not a decimal amount [money.not-a-number]',
      'line 25, vote: no project "11" in this file [vote.unknown-project]',
      '2 faults',
    ]);
  });
});

describe('ct references', () => {
  const reference = (winners: string[]) =>
    JSON.stringify({
      instance: 'Small',
      outcomes: [
        { args: ['--rule', 'greedy', '--utility', 'cost'], winners, cost: '10.5', pabutools_seconds: 0.01 },
      ],
      official: { selected_1: ['9', '10'] },
    });

  it('passes when every outcome is the reference’s, with both times and their ratio', () => {
    const { out, run } = shell({ 'd/Small.pb': election, 'd/reference/Small.json': reference(['10', '9']) });
    expect(run('references', 'd')).toBe(0);
    expect(out.join('\n')).toMatch(/ok +0\.005 +0\.010 +2\.0x {2}--rule greedy --utility cost/);
    expect(out.at(-1)).toBe('\n2 passed, 0 failed');
  });

  it('ends with exit 1 when one differs', () => {
    const { out, run } = shell({ 'd/Small.pb': election, 'd/reference/Small.json': reference(['10', '2']) });
    expect(run('references', 'd')).toBe(1);
    expect(out.at(-1)).toBe('\n1 passed, 1 failed');
  });

  it('refuses a folder without references', () => {
    const { err, run } = shell();
    expect(run('references', 'elsewhere')).toBe(2);
    expect(err[0]).toContain('no reference/*.json');
  });
});
