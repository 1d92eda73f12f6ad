import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { FormatInvalid } from '../errors.js';
import { splitChoices } from '../formats/choices.js';
import type { StylePaper } from '../formats/manifest.js';
import { EXPORT_FILES, type ExportFile } from '../publishing/files.js';
import { piecesOf } from '../publishing/pieces-of.js';
import type { CountBallots } from '../publishing/result.js';
import { sampleExport, sourceOf, type ExportLines } from '../publishing/sample-export.js';
import type { SignatureChecks, SignatureClaim } from '../signing/signature-checks.js';
import type { Fault } from './report.js';
import { verifyExport, type VerifyRules } from './verify-export.js';

/** Approval, counted by votes alone while the money lasts: enough of a rule for these tests. */
const count: CountBallots = (paper, _minorPerUnit, ballots) => {
  const votes = (id: string) => ballots.filter((choices) => choices.includes(id)).length;
  const projects = paper.projects.map(({ id }) => ({ id, votes: votes(id), score: votes(id) }));
  const cost = (id: string) => paper.projects.find((project) => project.id === id)!.costMinor;
  let left = paper.budgetMinor;
  const winners = projects
    .toSorted((a, b) => b.votes - a.votes)
    .flatMap(({ id }) => (cost(id) <= left ? ((left -= cost(id)), [id]) : []));
  return { ballots: ballots.length, winners, totalCostMinor: paper.budgetMinor - left, projects };
};
const rules: VerifyRules = {
  count,
  checkChoices(paper: StylePaper, choices) {
    const { choices: ids } = splitChoices(choices);
    if (ids.some((id) => !paper.projects.some((project) => project.id === id)))
      throw new FormatInvalid('choices');
    return ids.toSorted();
  },
};
const IDS = ['benches', 'lights', 'mural', 'orchard', 'ramp'];
const choose = (voter: number, rev: number) =>
  IDS.filter((_, at) => (voter * 7 + rev * 3 + at * at) % 3 === 0);

let good: ExportLines;
beforeAll(async () => {
  good = await sampleExport({ voters: 40, changes: 8, sheets: 11, perCheckpoint: 20, choose }, count);
}, 60_000);

const verify = (files: Record<string, readonly string[] | Uint8Array>) =>
  verifyExport(sourceOf(files), rules);
const codes = async (files: Record<string, readonly string[] | Uint8Array>) =>
  (await verify(files)).faults.map(({ file, line, code }) => `${file}:${line ?? ''} ${code}`);
const edited = (file: ExportFile, edit: (lines: string[]) => string[]) => ({
  ...good,
  [file]: edit([...good[file]]),
});
const bytesOf = (lines: readonly string[]) => Buffer.from(lines.map((line) => `${line}\n`).join(''));

/** By its line; or, on paper, which nobody signs, by the lines between two checkpoints of which one was changed. */
function namesBallot({ file, line, message }: Fault, ballot: number): boolean {
  if (file === 'ballots.ndjson') return line === ballot;
  const [, from, to] = /ballots\.ndjson lines (\d+) to (\d+)$/.exec(message) ?? [];
  return from !== undefined && Number(from) <= ballot && ballot <= Number(to);
}

describe('verifyExport', () => {
  it('finds nothing in a good export and says what it holds', async () => {
    expect(await verify(good)).toEqual({
      ok: true,
      election: 'example-round',
      faults: [],
      faultCount: 0,
      faultsByCode: {},
      notices: ['paper batch library does not add up: one sheet was not found'],
      totals: { ballotLines: 59, online: 48, superseded: 8, credentials: 40, paper: 11, checkpoints: 4 },
      compare: { origin: 'votes.example/example-round', size: 61, root: expect.stringMatching(/^.{43}=$/) },
    });
  });

  it('reads pieces of any size', async () => {
    const source = sourceOf(good);
    const sevens = {
      names: source.names,
      async *open(file: ExportFile) {
        const whole = bytesOf(good[file]);
        for (let at = 0; at < whole.length; at += 7) yield whole.subarray(at, at + 7);
      },
    };
    expect((await verifyExport(sevens, rules)).ok).toBe(true);
  });

  it('reads web streams, as a browser gets them', async () => {
    const source = {
      names: async () => EXPORT_FILES,
      open: (file: ExportFile) => piecesOf(new Blob([bytesOf(good[file])]).stream()),
    };
    expect((await verifyExport(source, rules)).ok).toBe(true);
  });

  it('refuses any single changed byte, names the file, and for a ballot its line', async () => {
    const files = EXPORT_FILES.filter((file) => file !== 'ballots.ndjson');
    const place = fc.oneof(
      fc.tuple(fc.constantFrom(...files), fc.nat(), fc.integer({ min: 1, max: 255 })),
      fc.tuple(fc.constant<ExportFile>('ballots.ndjson'), fc.nat(), fc.integer({ min: 1, max: 255 })),
    );
    await fc.assert(
      fc.asyncProperty(place, async ([file, at, flip]) => {
        const bytes = bytesOf(good[file]);
        const byte = at % bytes.length;
        const line = bytes.subarray(0, byte).filter((value) => value === 10).length + 1;
        bytes[byte]! ^= flip;
        const { ok, faults } = await verify({ ...good, [file]: new Uint8Array(bytes) });
        expect(ok).toBe(false);
        if (file !== 'ballots.ndjson') expect(faults.map((fault) => fault.file)).toContain(file);
        else expect(faults.some((fault) => namesBallot(fault, line))).toBe(true);
      }),
      { numRuns: 120 },
    );
  }, 120_000);

  it('names the checkpoint that a changed paper ballot breaks, which nobody signed', async () => {
    const paper = good['ballots.ndjson'].findIndex((line) => line.includes('"source":"paper"'));
    const changed = edited('ballots.ndjson', (lines) =>
      lines.map((line, at) => (at === paper ? line.replace(/"salt":"./, '"salt":"_') : line)),
    );
    const { ok, faults } = await verify(changed);
    expect(ok).toBe(false);
    expect(faults.some((fault) => namesBallot(fault, paper + 1))).toBe(true);
  });

  it.each(EXPORT_FILES)('refuses %s with a line removed, added or moved', async (file) => {
    const last = good[file].length - 1;
    const first = edited(file, (lines) => lines.slice(1));
    const end = edited(file, (lines) => lines.slice(0, -1));
    const twice = edited(file, (lines) => [...lines, lines[last]!]);
    const blank = edited(file, (lines) => [...lines, '']);
    for (const wrong of [first, end, twice, blank]) expect((await verify(wrong)).ok).toBe(false);
    if (last === 0) return;
    const moved = edited(file, ([a, b, ...rest]) => [b!, a!, ...rest]);
    expect((await verify(moved)).ok).toBe(false);
  });

  it('names a removed, an added and two exchanged ballots', async () => {
    const file = 'ballots.ndjson';
    expect(await codes(edited(file, (lines) => lines.toSpliced(9, 1)))).toContain(`${file}:10 ballot.place`);
    expect(await codes(edited(file, (lines) => lines.toSpliced(9, 0, lines[9]!)))).toContain(
      `${file}:11 ballot.place`,
    );
    const swapped = edited(file, (lines) => lines.with(4, lines[5]!).with(5, lines[4]!));
    expect(await codes(swapped)).toEqual(
      expect.arrayContaining([`${file}:5 ballot.place`, 'checkpoints.ndjson:1 checkpoint.root']),
    );
  });

  it('finds ballots renumbered after one was taken out', async () => {
    const renumbered = edited('ballots.ndjson', (lines) =>
      lines.toSpliced(30, 1).map((line, at) => line.replace(/"leaf":\d+/, `"leaf":${at + 1}`)),
    );
    expect(await codes(renumbered)).toEqual(
      expect.arrayContaining([
        'checkpoints.ndjson:2 checkpoint.root',
        'checkpoints.ndjson:4 checkpoint.size',
      ]),
    );
  });

  it('says which line was signed by somebody else', async () => {
    const at = good['ballots.ndjson'].findIndex(
      (line) => line.includes('"online"') && line.includes('"body"'),
    );
    const other = good['ballots.ndjson'].findLast((line) => line.includes('"online"'))!;
    const take = (field: string) => new RegExp(`"${field}":"([^"]+)"`).exec(other)![0];
    for (const [field, code] of [
      ['credSig', 'ballot.signature'],
      ['passSig', 'ballot.pass'],
      ['passPrefix', 'ballot.pass'],
    ] as const) {
      const files = edited('ballots.ndjson', (lines) =>
        lines.with(at, lines[at]!.replace(new RegExp(`"${field}":"[^"]+"`), take(field))),
      );
      expect(await codes(files)).toContain(`ballots.ndjson:${at + 1} ${code}`);
    }
  });

  it('asks whoever checks signatures about every one, and says so when they cannot be checked', async () => {
    const asked: SignatureClaim[] = [];
    const signatures: SignatureChecks = {
      async check(claims) {
        asked.push(...claims);
        return claims.map(({ algorithm }) => algorithm === 'ed25519');
      },
    };
    const { faults, faultsByCode } = await verifyExport(sourceOf(good), { ...rules, signatures });
    expect(asked).toHaveLength(2 * 48);
    expect([...new Set(faults.map(({ code }) => code))]).toEqual(['ballot.pass']);
    expect(faults).toHaveLength(48);
    expect(faultsByCode).toEqual({ 'ballot.pass': 48 });
    const broken = { check: () => Promise.reject(new Error('no threads')) };
    await expect(verifyExport(sourceOf(good), { ...rules, signatures: broken })).rejects.toThrow(
      'no threads',
    );
  });

  it('refuses a result that the ballots do not give', async () => {
    const files = edited('result.json', ([line]) => [line!.replace(/"ballots":\d+/, '"ballots":52')]);
    expect(await codes(files)).toEqual(['result.json:1 result.differs']);
  });

  it('refuses more passes or sheets than were issued, and a roll summary the log did not hold', async () => {
    const few = edited('roll-summary.json', ([line]) => [line!.replace('"online":41', '"online":39')]);
    expect(await codes(few)).toEqual(
      expect.arrayContaining(['roll-summary.json:1 roll.passes', 'roll-summary.json: file.hash']),
    );
    const sheets = edited('roll-summary.json', ([line]) => [line!.replace('"paper":11', '"paper":10')]);
    expect(await codes(sheets)).toContain('roll-summary.json:1 roll.paper');
  });

  it('refuses a missing file, one too many, and bytes that are not text', async () => {
    const { 'result.json': _, ...rest } = good;
    expect(await codes(rest)).toEqual(['result.json: file.missing']);
    expect(await codes({ ...good, 'notes.txt': [] })).toEqual(['notes.txt: file.unknown']);
    expect(await codes({ ...good, 'manifest.json': Uint8Array.of(0xff, 10) })).toEqual([
      'manifest.json:1 line.text',
    ]);
    expect(await codes({ ...good, 'result.json': bytesOf(good['result.json']).subarray(0, -1) })).toContain(
      'result.json:1 file.end',
    );
  });
});
