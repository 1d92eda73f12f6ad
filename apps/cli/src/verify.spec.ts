import { beforeAll, describe, expect, it } from '@jest/globals';
import { sampleExport, sourceOf, type ExportLines } from '@commonthread/ballot-protocol/sample';
import { countBallots } from '@commonthread/paper-rules';

import type { Terminal } from './command.js';
import { run } from './run.js';

const IDS = ['benches', 'lights', 'mural', 'orchard', 'ramp'];
let good: ExportLines;
beforeAll(async () => {
  const choose = (voter: number, rev: number) => IDS.filter((_, at) => (voter * 5 + rev + at * at) % 3 === 0);
  good = await sampleExport({ voters: 12, changes: 2, sheets: 4, perCheckpoint: 9, choose }, countBallots);
}, 60_000);

function shell(files: Record<string, readonly string[]>) {
  const out: string[] = [];
  const err: string[] = [];
  const source = sourceOf(files);
  const terminal: Terminal = {
    read: () => new Uint8Array(),
    stream: (path) => source.open(path.slice('export/'.length) as keyof ExportLines),
    list: (folder) => {
      if (folder !== 'export') throw new Error('no such folder');
      return Object.keys(files);
    },
    now: () => 0,
    out: (line) => out.push(line),
    err: (line) => err.push(line),
  };
  return { out, err, run: async (...args: string[]) => await run(args, terminal) };
}

describe('ct verify', () => {
  it('says that everything holds and what was looked at', async () => {
    const { out, err, run } = shell(good);
    expect(await run('verify', 'export')).toBe(0);
    expect(err).toEqual([]);
    expect(out).toEqual([
      'notice: paper batch library does not add up: one sheet was not found',
      'example-round: 18 ballot lines: 14 online by 12 passes (2 replaced later), 4 on paper; 3 checkpoints; 0 s',
      expect.stringMatching(/^compare with a witness: votes\.example\/example-round, size 20, root .{43}=$/),
      'ok: every signature, the log, the totals and the count hold',
    ]);
  });

  it('names file and line of a fault and ends with exit 1', async () => {
    // A ballot that was replaced has no body any more, and the order of the lines is one of chance.
    const at = good['ballots.ndjson'].findIndex((line) => line.includes('"salt":"'));
    const wrong = good['ballots.ndjson'].with(
      at,
      good['ballots.ndjson'][at]!.replace(/"salt":"./, '"salt":"!'),
    );
    const { out, err, run } = shell({ ...good, 'ballots.ndjson': wrong });
    expect(await run('verify', 'export')).toBe(1);
    expect(err[0]).toMatch(new RegExp(`^ballots\\.ndjson:${at + 1}: `));
    expect(out.at(-1)).toMatch(/^REFUSED: \d+ faults$/);
  });

  it('finds winners that the ballots do not give', async () => {
    const wrong = good['result.json'].map((line) =>
      line.replace(/"winners":\[[^\]]*\]/, '"winners":["orchard"]'),
    );
    const { err, run } = shell({ ...good, 'result.json': wrong });
    expect(await run('verify', 'export')).toBe(1);
    expect(err[0]).toMatch(/^result\.json:1: city: winners counted again is .* \[result\.differs\]$/);
  });

  it('prints one JSON object', async () => {
    const { out, run } = shell(good);
    expect(await run('verify', 'export', '--json')).toBe(0);
    expect(JSON.parse(out.join(''))).toMatchObject({
      ok: true,
      election: 'example-round',
      faults: [],
      seconds: 0,
    });
  });

  it('answers a missing folder with exit 2', async () => {
    const { err, run } = shell(good);
    expect(await run('verify', 'elsewhere')).toBe(2);
    expect(err[0]).toContain('cannot read the folder elsewhere');
    expect(await run('verify')).toBe(2);
  });
});
