import type { Report } from '@commonthread/ballot-protocol';
import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checksInWords } from './checks-in-words.js';

const VERIFIER = join(import.meta.dirname, '../../../../../../libs/ballot-protocol/src/verifying');

const totals = { ballotLines: 9, online: 8, superseded: 1, credentials: 7, paper: 1, checkpoints: 2 };
const report = (codes: string[], over: Partial<Report> = {}): Report => ({
  ...{ ok: codes.length === 0, election: 'e', notices: [], totals, compare: null },
  faults: codes.map((code) => ({ file: 'ballots.ndjson', line: 1, code, message: '' })),
  faultCount: codes.length,
  faultsByCode: Object.fromEntries(codes.map((code) => [code, 1])),
  ...over,
});
const outcomes = (of: Report) =>
  Object.fromEntries(checksInWords(of, String).map(({ title, outcome }) => [title, outcome]));

/** Every code the verifier gives a fault, from its source. */
function codesOfTheVerifier(): string[] {
  const sources = readdirSync(VERIFIER).filter((name) => !name.endsWith('.spec.ts'));
  const text = sources.map((name) => readFileSync(join(VERIFIER, name), 'utf8')).join('\n');
  const kinds = 'file|line|manifest|ballot|paper|checkpoint|close|roll|result';
  return [...new Set(text.match(new RegExp(`(?<=')(${kinds})\\.(?!json|key')[a-z-]+(?=')`, 'g')))];
}

describe('checksInWords', () => {
  it('has one check for every fault the verifier knows', () => {
    const codes = codesOfTheVerifier();
    expect(codes.length).toBeGreaterThan(30);
    for (const code of codes) {
      const failed = Object.values(outcomes(report([code]))).filter((outcome) => outcome === 'fails');
      expect({ code, failed: failed.length }).toEqual({ code, failed: 1 });
    }
  });

  it('says that all of it holds', () => {
    expect(new Set(Object.values(outcomes(report([]))))).toEqual(new Set(['holds']));
  });

  it('counts the faults that are too many to be listed', () => {
    const of = report(Array(9).fill('ballot.pass'), {
      faultsByCode: { 'ballot.pass': 900, 'paper.keyed': 1 },
    });
    const [, passes] = checksInWords(of, String);
    expect({ listed: passes!.faults.length, more: passes!.moreFaults }).toEqual({ listed: 5, more: 895 });
    expect(outcomes(of)).toMatchObject({ Paper: 'fails', Signatures: 'holds' });
  });

  it('does not call checked what was not', () => {
    expect(outcomes(report(['ballot.pass']))).toMatchObject({
      ...{ Passes: 'fails', Signatures: 'holds', Count: 'unknown' },
    });
    const nothing = { ...totals, ballotLines: 0, checkpoints: 0 };
    const stopped = outcomes(report(['file.missing'], { totals: nothing }));
    expect(stopped['Files']).toBe('fails');
    expect(Object.values(stopped).filter((outcome) => outcome === 'unknown')).toHaveLength(8);
  });
});
