import { execFile } from 'node:child_process';
import { createHash, createPublicKey, verify } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { MerkleTree } from '@commonthread/ballot-protocol';

import { build, outputs, root } from '../build/project.ts';
import { medianMs, seconds, type Figure } from './measure.ts';
import { verifyInBrowser } from './verifying-in-browser.ts';

const LEAVES = 250_000;
/** With one in ten changing the ballot: 100,100 ballots. */
const VOTERS = 91_000;
/** Python takes its time: 10,010 ballots. */
const VOTERS_FOR_PYTHON = 9_100;

const run = promisify(execFile);

/** What checking a published count costs: the tree, and an export with every signature and the count. */
export async function benchVerifying(): Promise<Figure[]> {
  await build(outputs.cli, console.log);
  const figures = [await tree()];
  figures.push(
    ...(await withExport(VOTERS, async (folder) => [await atTerminal(folder), await inBrowser(folder)])),
  );
  figures.push(...(await withExport(VOTERS_FOR_PYTHON, async (folder) => [await inPython(folder)])));
  return figures;
}

async function withExport(voters: number, measure: (folder: string) => Promise<Figure[]>): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'commonthread-bench-export-'));
  try {
    const { writeExport } = await import('../sample-export/write-export.ts');
    await writeExport(folder, voters);
    return await measure(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function tree(): Promise<Figure> {
  const entry = new Uint8Array(32);
  const root = await medianMs(
    3,
    () => new MerkleTree(),
    (log) => {
      for (let at = 0; at < LEAVES; at++) {
        new DataView(entry.buffer).setUint32(0, at);
        log.append(entry);
      }
      log.root();
    },
  );
  const native = await medianMs(
    3,
    () => new Uint8Array(65),
    (node) => {
      for (let hashed = 0; hashed < 2 * LEAVES; hashed++) createHash('sha256').update(node).digest();
    },
  );
  return {
    what: `Root of the log over ${LEAVES.toLocaleString('en-GB')} leaves`,
    measured: seconds(root),
    target: '< 1 s',
    ratio: `${(root / native).toFixed(1)} x as many hashes by node:crypto`,
  };
}

async function atTerminal(folder: string): Promise<Figure> {
  const { stdout } = await run(process.execPath, [join(import.meta.dirname, 'verify-once.ts'), folder]);
  const { ok, ballots, ms, processorMs, peakMegabytes } = JSON.parse(stdout) as VerifiedOnce;
  if (!ok) throw new Error('the sample export does not verify');
  const bare = processorTimeOf(() => bareSignatures(folder));
  const processor = `${seconds(processorMs)} of processor, at most ${peakMegabytes} MB`;
  return {
    what: `Verify and re-count an export of ${count(ballots)} ballots: ct verify`,
    measured: `${seconds(ms)} (${processor})`,
    target: '< 20 s',
    ratio: `${(processorMs / bare).toFixed(1)} x the processor time of its Ed25519 signatures alone`,
  };
}

async function inBrowser(folder: string): Promise<Figure> {
  const { ok, ms, longestGapMs } = await verifyInBrowser(folder);
  if (!ok) throw new Error('the sample export does not verify in the browser');
  return {
    what: 'The same in the browser, by the worker of the results page',
    measured: `${seconds(ms)}; the page never stood still for more than ${longestGapMs.toFixed(0)} ms`,
    target: 'without freezing the page',
    ratio: '',
  };
}

async function inPython(folder: string): Promise<Figure> {
  const began = performance.now();
  await run('python3', [join(root, 'tools/verify-python/verify.py'), folder]);
  return {
    what: `An export of ${count(Math.floor(VOTERS_FOR_PYTHON * 1.1))} ballots: tools/verify-python`,
    measured: seconds(performance.now() - began),
    target: 'reported',
    ratio: '',
  };
}

interface VerifiedOnce {
  readonly ok: boolean;
  readonly ballots: number;
  readonly ms: number;
  readonly processorMs: number;
  readonly peakMegabytes: number;
}

const count = (ballots: number): string => ballots.toLocaleString('en-GB');

/** Milliseconds; unlike a clock it does not count the time that other work had the processor. */
function processorTimeOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** As many Ed25519 checks as the export has online ballots, one after another. */
function bareSignatures(folder: string): void {
  const head = Buffer.from('302a300506032b6570032100', 'hex');
  const text = readFileSync(join(folder, 'ballots.ndjson'), 'utf8');
  for (const line of text.split('\n')) {
    const { cred, credSig } = (line === '' ? {} : flat(line)) as { cred: string; credSig?: string };
    if (credSig === undefined) continue;
    const der = Buffer.concat([head, Buffer.from(cred, 'base64url')]);
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
    verify(null, Buffer.alloc(42), key, Buffer.from(credSig, 'base64url'));
  }
}

function flat(line: string): Record<string, unknown> {
  const { header, ...rest } = JSON.parse(line) as { header: object };
  return { ...rest, ...header };
}
