import { execFile } from 'node:child_process';
import { createHash, createPublicKey, verify } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { MerkleTree } from '@commonthread/ballot-protocol';

import { writeExport } from '../sample-export/write-export.ts';
import { medianMs, seconds, type Figure } from './measure.ts';

const LEAVES = 250_000;
/** A tenth of the 100,000 ballots of the target, changes among them: signing takes minutes and is not timed. */
const VOTERS = 10_000;

const run = promisify(execFile);

/** What checking a published count costs: the tree, and an export with every signature and the count. */
export async function benchVerifying(): Promise<Figure[]> {
  return [await tree(), await wholeExport()];
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

async function wholeExport(): Promise<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'commonthread-bench-export-'));
  try {
    await writeExport(folder, VOTERS);
    const { stdout } = await run(process.execPath, [join(import.meta.dirname, 'verify-once.ts'), folder]);
    const { ok, ballots, ms, peakMegabytes } = JSON.parse(stdout) as VerifiedOnce;
    if (!ok) throw new Error('the sample export does not verify');
    const began = performance.now();
    bareSignatures(folder);
    const bare = performance.now() - began;
    return {
      what: `Verify and re-count an export of ${ballots.toLocaleString('en-GB')} ballots`,
      measured: `${seconds(ms)}, at most ${peakMegabytes} MB`,
      target: '100,000 in < 20 s',
      ratio: `${(ms / bare).toFixed(1)} x its Ed25519 signatures alone, one thread`,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface VerifiedOnce {
  readonly ok: boolean;
  readonly ballots: number;
  readonly ms: number;
  readonly peakMegabytes: number;
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
