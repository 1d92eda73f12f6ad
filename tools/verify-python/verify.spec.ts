import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { EXPORT_FILES, verifyExport, type Choice, type StylePaper } from '@commonthread/ballot-protocol';
import { sampleExport, sourceOf, type ExportLines } from '@commonthread/ballot-protocol/sample';
import { checkChoices, countBallots } from '@commonthread/paper-rules';
import { afterAll, describe, expect, it } from '@jest/globals';

type Files = Record<string, readonly string[] | Uint8Array>;

const program = join(import.meta.dirname, 'verify.py');
const canRun = spawnSync('python3', ['--version']).status === 0;
const temporary = mkdtempSync(join(tmpdir(), 'verify-'));
afterAll(() => rmSync(temporary, { recursive: true }));

const bytesOf = (lines: readonly string[] | Uint8Array) =>
  lines instanceof Uint8Array ? lines : Buffer.from(lines.map((line) => `${line}\n`).join(''));

let runs = 0;
async function python(files: Files): Promise<{ ok: boolean; faults: string[]; out: string }> {
  const folder = join(temporary, String(runs++));
  mkdirSync(folder);
  for (const [name, lines] of Object.entries(files)) writeFileSync(join(folder, name), bytesOf(lines));
  const { code, out } = await new Promise<{ code: unknown; out: string }>((done) =>
    execFile('python3', [program, folder], (error, stdout, stderr) =>
      done({ code: error ? error.code : 0, out: `${stderr}${stdout}` }),
    ),
  );
  if (code !== 0 && code !== 1) throw new Error(out);
  const faults = out.split('\n').flatMap((line) => {
    const found = /^([^: ]+(?::\d+)?): .*\[([a-z.-]+)\]$/.exec(line);
    return found ? [`${found[1]} ${found[2]}`] : [];
  });
  return { ok: code === 0, faults: [...new Set(faults)].sort(), out };
}

async function node(files: Files): Promise<{ ok: boolean; faults: string[] }> {
  const { ok, faults } = await verifyExport(sourceOf(files), { checkChoices, count: countBallots });
  const named = faults.map(({ file, line, code }) => `${file}${line === null ? '' : `:${line}`} ${code}`);
  return { ok, faults: [...new Set(named)].sort() };
}

const IDS = ['benches', 'lights', 'mural', 'orchard', 'ramp'];
const pick = (voter: number, rev: number) => IDS.filter((_, at) => (voter * 7 + rev * 3 + at * at) % 5 < 2);
const approve = (voter: number, rev: number): Choice[] => pick(voter, rev);
const share = (voter: number, rev: number): Choice[] =>
  pick(voter, rev).map((id, at, all) => [id, all.length - at]);
const sample = (paper: Partial<StylePaper>, choose: (voter: number, rev: number) => Choice[]) =>
  sampleExport({ voters: 12, changes: 3, sheets: 5, perCheckpoint: 6, paper, choose }, countBallots);

const OTHER_SIGNATURE = `"credSig":"${Buffer.alloc(64, 7).toString('base64url')}"`;

/** Small changes of every kind; each must be refused by both, with the same file, line and code. */
const corruptions: Record<string, (good: ExportLines) => Files> = {
  'a ballot removed': (good) => edit(good, 'ballots.ndjson', (lines) => lines.toSpliced(7, 1)),
  'a ballot added': (good) => edit(good, 'ballots.ndjson', (lines) => lines.toSpliced(7, 0, lines[12]!)),
  'two ballots exchanged': (good) =>
    edit(good, 'ballots.ndjson', (lines) => lines.with(3, lines[4]!).with(4, lines[3]!)),
  'the last ballot cut off': (good) => edit(good, 'ballots.ndjson', (lines) => lines.slice(0, -1)),
  'ballots renumbered after one was taken': (good) =>
    edit(good, 'ballots.ndjson', (lines) =>
      lines.toSpliced(7, 1).map((line, at) => line.replace(/"leaf":\d+/, `"leaf":${at + 1}`)),
    ),
  'a choice changed': (good) =>
    replace(good, 'ballots.ndjson', /"choices":\["benches"/, '"choices":["lights"'),
  'a choice no project has': (good) => replace(good, 'ballots.ndjson', '"ramp"', '"rampart"'),
  'a revision changed': (good) => replace(good, 'ballots.ndjson', '"rev":2', '"rev":3'),
  'a ballot moved to another style': (good) =>
    replace(good, 'ballots.ndjson', '"style":"city"', '"style":"north"'),
  'a sheet under another serial': (good) => replace(good, 'ballots.ndjson', /"serial":"S1/, '"serial":"S2'),
  'a sheet in another batch': (good) => replace(good, 'ballots.ndjson', '"batch":"hall"', '"batch":"home"'),
  'a field too many': (good) => replace(good, 'ballots.ndjson', '"source":', '"seen":1,"source":'),
  'a space too many': (good) => replace(good, 'ballots.ndjson', '"leaf":', '"leaf": '),
  'a cost changed': (good) => replace(good, 'manifest.json', '"costMinor":600000', '"costMinor":500000'),
  'a manifest of a later close': (good) => replace(good, 'manifest.json', '05-15T20', '05-15T21'),
  'another log key': (good) => replace(good, 'manifest.json', /"key":"../, '"key":"AA'),
  'a checkpoint removed': (good) => edit(good, 'checkpoints.ndjson', (lines) => lines.toSpliced(1, 1)),
  'the last checkpoint removed': (good) => edit(good, 'checkpoints.ndjson', (lines) => lines.slice(0, -1)),
  'checkpoints exchanged': (good) => edit(good, 'checkpoints.ndjson', ([a, b, ...rest]) => [b!, a!, ...rest]),
  'a checkpoint of another size': (good) => replace(good, 'checkpoints.ndjson', '\\n7\\n', '\\n8\\n'),
  'a later closing time': (good) => replace(good, 'close.json', '20:00:00Z', '20:00:01Z'),
  'fewer ballots in the close record': (good) => replace(good, 'close.json', /"online":\d+/, '"online":30'),
  'one pass less issued': (good) => replace(good, 'roll-summary.json', '"online":13', '"online":11'),
  'one sheet less handed out': (good) => replace(good, 'roll-summary.json', '"paper":5', '"paper":4'),
  'a paper total changed': (good) => replace(good, 'paper-batches.ndjson', '"spoiled":1', '"spoiled":2'),
  'another number of sheets': (good) => replace(good, 'paper-batches.ndjson', /"keyed":\d/, '"keyed":6'),
  'another winner': (good) => replace(good, 'result.json', /"winners":\["[a-z]+"/, '"winners":["orchardist"'),
  'a vote more in the result': (good) =>
    replace(good, 'result.json', /"votes":(\d+)/, (_, votes) => `"votes":${Number(votes) + 1}`),
  'no final newline': (good) => ({ ...good, 'result.json': bytesOf(good['result.json']).subarray(0, -1) }),
  'bytes that are not text': (good) => ({ ...good, 'close.json': Uint8Array.of(0x7b, 0xff, 0x0a) }),
  'an empty file': (good) => ({ ...good, 'close.json': [] }),
  'a file missing': ({ 'close.json': _, ...rest }) => rest,
  'a file too many': (good) => ({ ...good, 'notes.txt': ['x'] }),
};

(canRun ? describe : describe.skip)('the Python verifier', () => {
  it.each<[string, Partial<StylePaper>, (voter: number, rev: number) => Choice[]]>([
    ['greedy approval', {}, approve],
    [
      'greedy per money, by lot',
      { rule: { rule: 'greedy', utility: 'card', tie: 'lot', tieSeed: 'x' } },
      approve,
    ],
    ['Equal Shares', { rule: { rule: 'equal-shares', increment: 5000 } }, approve],
    ['Equal Shares alone', { rule: { rule: 'equal-shares', completion: 'none', utility: 'card' } }, approve],
    ['rankings', { voteType: 'ordinal', rule: { rule: 'greedy', utility: 'borda1' } }, approve],
    [
      'shared points',
      {
        ...{ voteType: 'cumulative', limits: { maxSumPoints: 10 } },
        rule: { rule: 'equal-shares', utility: 'points', completion: 'utilitarian' },
      },
      share,
    ],
  ])('agrees on a good export: %s', async (_name, paper, choose) => {
    const good = await sample(paper, choose);
    expect(await node(good)).toEqual({ ok: true, faults: [] });
    const { ok, faults, out } = await python(good);
    expect({ ok, faults }).toEqual({ ok: true, faults: [] });
    expect(out).toContain('ok: every signature');
  });

  it('names the ballot where signatures are checked on several processors', async () => {
    const many = { voters: 200, changes: 20, sheets: 5, perCheckpoint: 50, choose: approve };
    const good = await sampleExport(many, countBallots);
    for (const at of [3, 150]) {
      const files = edit(good, 'ballots.ndjson', (lines) =>
        lines.map((line, n) => (n === at ? line.replace(/"credSig":"[^"]+"/, OTHER_SIGNATURE) : line)),
      );
      const [theirs, ours] = [await python(files), await node(files)];
      expect(theirs.faults).toEqual([`ballots.ndjson:${at + 1} ballot.signature`]);
      expect(theirs.faults).toEqual(ours.faults);
    }
  });

  it('refuses the same corruptions for the same reasons', async () => {
    const good = await sample({}, approve);
    const compared = Object.entries(corruptions).map(([name, corrupt]) => async () => {
      const files = corrupt(good);
      const [theirs, ours] = [await python(files), await node(files)];
      expect({ name, ok: theirs.ok, faults: theirs.faults }).toEqual({ name, ...ours });
      expect({ name, ok: ours.ok }).toEqual({ name, ok: false });
    });
    await threeAtATime(compared);
  }, 240_000);

  it('refuses any changed byte where the other does', async () => {
    const good = await sample({}, approve);
    const compared = Array.from({ length: 21 }, (_, turn) => async () => {
      const file = EXPORT_FILES[turn % EXPORT_FILES.length]!;
      const bytes = Uint8Array.from(bytesOf(good[file]));
      const at = Math.floor(Math.random() * bytes.length);
      bytes[at]! ^= 1 + Math.floor(Math.random() * 255);
      const files = { ...good, [file]: bytes };
      const where = `${file}, byte ${at} is ${bytes[at]}`;
      for (const { ok, faults } of [await python(files), await node(files)]) {
        const isNamed = faults.some((fault) => fault.startsWith(file));
        expect({ where, ok, isNamed }).toEqual({ where, ok: false, isNamed: true });
      }
    });
    await threeAtATime(compared);
  }, 240_000);
});

async function threeAtATime(tasks: (() => Promise<void>)[]): Promise<void> {
  const worker = async () => {
    for (let task = tasks.shift(); task; task = tasks.shift()) await task();
  };
  await Promise.all([worker(), worker(), worker()]);
}

function edit(good: ExportLines, file: keyof ExportLines, change: (lines: string[]) => string[]): Files {
  return { ...good, [file]: change([...good[file]]) };
}

/** The first line that has it. */
function replace(
  good: ExportLines,
  file: keyof ExportLines,
  what: string | RegExp,
  by: string | ((found: string, part: string) => string),
): Files {
  const lines = good[file];
  const at = lines.findIndex((line) => (typeof what === 'string' ? line.includes(what) : what.test(line)));
  if (at < 0) throw new Error(`${file} has no ${String(what)}`);
  return { ...good, [file]: lines.with(at, lines[at]!.replace(what, by as string)) };
}
