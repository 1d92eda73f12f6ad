import { describe, expect, it } from '@jest/globals';

import { run } from './run.js';

const SEED = 'ab'.repeat(32);

const PEOPLE = ['id,gender,leaning', 'adam,male,liberal', 'brian,male,liberal', 'cameron,male,liberal']
  .concat([
    'dave,male,liberal',
    'elinor,female,liberal',
    'frank,male,conservative',
    'grace,female,conservative',
  ])
  .join('\n');
const QUOTAS = ['category,feature,min,max', 'gender,female,1,1', 'gender,male,4,4']
  .concat(['leaning,liberal,4,4', 'leaning,conservative,1,1'])
  .join('\n');

async function draw(args: readonly string[], files: Readonly<Record<string, string>> = {}, command = 'draw') {
  const out: string[] = [];
  const err: string[] = [];
  const code = await run([command, ...args], {
    read: (path) => new TextEncoder().encode(files[path]),
    stream: () => {
      throw new Error('nothing is streamed here');
    },
    list: () => [],
    now: () => 0,
    out: (line) => out.push(line),
    err: (line) => err.push(line),
  });
  return { code, out, err };
}

const drawFrom = (people: string, quotas: string, ...more: string[]) =>
  draw(['--pool', 'p.csv', '--quotas', 'q.csv', '--size', '5', '--seed', SEED, ...more], {
    'p.csv': people,
    'q.csv': quotas,
  });

describe('ct draw', () => {
  it('prints the lottery, its proof and the panel as JSON, the same every time', async () => {
    const { code, out } = await drawFrom(PEOPLE, QUOTAS, '--json');
    expect(code).toBe(0);
    const report = JSON.parse(out.join(''));
    expect(report.probabilities.elinor).toBeCloseTo(0.5, 4);
    expect(report.probabilities.adam).toBeCloseTo(0.875, 4);
    expect(report.minimum).toBeCloseTo(0.5, 4);
    expect(report.upperBound).toBeCloseTo(0.5, 4);
    expect(report.proof).toEqual({ holds: true, faults: [] });
    expect(report.unselectable).toEqual([]);
    expect(report.selected).toHaveLength(5);
    expect(report.ticketsHash).toMatch(/^[0-9a-f]{64}$/);
    expect((await drawFrom(PEOPLE, QUOTAS, '--json')).out).toEqual(out);
  });

  it('does not call the first step of leximin proved', async () => {
    const { out } = await drawFrom(PEOPLE, QUOTAS, '--method', 'maximin', '--json');
    expect(JSON.parse(out.join('')).proof.holds).toBe(false);
  });

  it('says who can never be drawn, and what would let them in', async () => {
    const { code, out } = await drawFrom(`${PEOPLE}\nhana,other,liberal`, `${QUOTAS}\ngender,other,0,0`);
    expect(code).toBe(0);
    expect(out[0]).toBe('1 of 8 people can never be drawn under these quotas: hana');
    expect(out[1]).toContain('1 could be with gender, ');
  });

  it('ends with 1 where there is no panel, and names the conflict and the smallest change', async () => {
    const tight = QUOTAS.replace('liberal,4,4', 'liberal,5,5').replace(
      'conservative,1,1',
      'conservative,0,0',
    );
    const { code, err } = await drawFrom(PEOPLE.replace('elinor,female,liberal\n', ''), tight);
    expect(code).toBe(1);
    expect(err[0]).toBe('no panel meets all the quotas:');
    expect(err.join('\n')).toContain('The smallest change after which there is one:');
  });

  it('names every fault of the tables at once, and draws nothing', async () => {
    const { code, out, err } = await drawFrom(
      PEOPLE.replace('brian,male', 'brian,mal').replace('dave', 'adam'),
      QUOTAS,
    );
    expect({ code, out }).toEqual({ code: 2, out: [] });
    expect(err[0]).toBe(
      'row 3 (brian): "mal" is no gender that the quotas know\nrow 5: adam stands already in row 2',
    );
  });

  it.each([
    [['--pool', 'p.csv'], '--quotas is needed'],
    [['--method', 'dice'], '--method dice is not one of'],
    [['--pool', 'p', '--quotas', 'q', '--size', '0', '--seed', SEED], '--size 0 is not a whole number'],
  ])('refuses %p', async (args, words) => {
    const { code, err } = await draw(args);
    expect(code).toBe(2);
    expect(err[0]).toContain(words);
  });

  it('refuses a seed that is none', async () => {
    expect((await drawFrom(PEOPLE, QUOTAS, '--seed', 'dice')).err[0]).toContain('hexadecimal');
  });

  it('publishes a bundle that a stranger checks, and slips that only their people can use', async () => {
    const [published, private_] = [
      await drawFrom(PEOPLE, QUOTAS, '--bundle', '--key', SEED),
      await drawFrom(PEOPLE, QUOTAS, '--slips', '--key', SEED),
    ];
    expect(published.err[0]).toContain('4 of 4 kinds of people are of fewer than 5');
    const slip = JSON.stringify(JSON.parse(private_.out[0]!).elinor);
    const files = {
      'b.json': published.out[0]!,
      'me.json': slip,
      'bad.json': published.out[0]!.replace('"min":4', '"min":3'),
    };
    const check = (...args: string[]) => draw(args, files, 'verify-draw');

    const { code, out } = await check('b.json', '--randomness', '3 7 1', '--slip', 'me.json', '--json');
    expect(code).toBe(0);
    const report = JSON.parse(out[0]!);
    expect(report).toMatchObject({ ok: true, faults: [], slip: { inPool: true } });
    expect(report.slip.tickets).toHaveLength(500);
    expect(report.drawn.marks).toHaveLength(5);

    const voided = await check(
      'b.json',
      '--randomness',
      '3 7 1',
      '--void',
      String(report.drawn.ticket),
      '--json',
    );
    expect(JSON.parse(voided.out[0]!).drawn.counter).toBeGreaterThan(report.drawn.counter);
    expect((await check('bad.json', '--commit', report.commit)).err.join()).toContain('commitment 0: ');
    expect((await check('b.json', '--commit', report.commit)).out.at(-1)).toMatch(/^ok: /);
  });

  it('fills the seats that drop-outs leave, under the quotas that are left', async () => {
    const gone = ['--staying', 'adam,brian,cameron,dave', '--gone', 'grace'];
    const { code, err } = await drawFrom(PEOPLE, QUOTAS, ...gone, '--json');
    // Grace alone was both woman and conservative: nobody can take her seat, and the change that would help is named.
    expect(code).toBe(1);
    expect(err.at(-1)).toContain(' instead of ');
    const { out } = await drawFrom(PEOPLE, QUOTAS, '--staying', 'adam,brian,cameron,frank', '--json');
    expect(JSON.parse(out[0]!).selected).toEqual(['elinor']);
  });
});
