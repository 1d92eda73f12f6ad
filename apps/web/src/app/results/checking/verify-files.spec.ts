import { sampleExport, type ExportLines } from '@commonthread/ballot-protocol/sample';
import { countBallots } from '@commonthread/paper-rules';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { webcrypto } from 'node:crypto';
import { Unreachable } from './fetching.js';
import type { CheckNews } from './messages.js';
import { verifyFiles } from './verify-files.js';

Object.defineProperty(globalThis, 'crypto', { value: webcrypto });

let good: ExportLines;
beforeAll(async () => {
  const choose = (voter: number) => (voter % 3 === 0 ? ['benches'] : ['lights', 'ramp']);
  good = await sampleExport({ voters: 8, changes: 2, sheets: 3, perCheckpoint: 9, choose }, countBallots);
}, 60_000);

const files = (lines: Partial<ExportLines>) => Object.keys(lines).map((file) => ({ file, url: `/${file}` }));

/** A server that has these files, and sends them in small pieces. */
function serve(lines: Record<string, readonly string[]>): void {
  globalThis.fetch = (async (url: string) => {
    const content = lines[url.slice(1)];
    if (!content) return { ok: false, status: 503, statusText: 'Busy', body: null };
    const bytes = new TextEncoder().encode(content.map((line) => `${line}\n`).join(''));
    const pieces = [bytes.subarray(0, 100), bytes.subarray(100)];
    const reader = {
      read: async () => ({ done: pieces.length === 0, value: pieces.shift() }),
      cancel: async () => {},
    };
    return { ok: true, body: { getReader: () => reader }, arrayBuffer: async () => bytes.buffer };
  }) as never;
}

describe('verifyFiles', () => {
  it('fetches a whole vote and finds that everything holds', async () => {
    serve(good);
    const told: CheckNews[] = [];
    const { report, result } = await verifyFiles(files(good), (news) => told.push(news));

    expect(report).toMatchObject({ ok: true, faults: [], totals: { ballotLines: 13 } });
    expect(result!.styles[0]!.ballots).toBe(11);
    expect(told[0]).toEqual({ kind: 'progress', step: 'fetching', done: null });
  });

  it('names what was altered', async () => {
    const ballots = good['ballots.ndjson'].map((line) => line.replace('"rev":2', '"rev":3'));
    serve({ ...good, 'ballots.ndjson': ballots });
    const { report } = await verifyFiles(files(good), () => {});

    expect(report.faults.map(({ code }) => code)).toContain('ballot.signature');
  });

  it('tells a file that does not come from one that is wrong', async () => {
    const { 'ballots.ndjson': _, ...rest } = good;
    serve(rest);

    await expect(verifyFiles(files(good), () => {})).rejects.toThrow(Unreachable);
  });
});
