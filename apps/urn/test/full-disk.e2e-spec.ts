import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { open, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { castMany, openElection, type TestElection } from './support/election.js';
import { type TestUrn, testUrn } from './support/test-urn.js';
import { tool } from './support/tool.js';

interface Cluster {
  readonly url: string;
  stop(): Promise<void>;
}
interface ClusterTool {
  startCluster(options: { dir: string; password: string; port?: number }): Promise<Cluster>;
}

const MEGABYTE = 1024 * 1024;
/** A disk of its own that can be filled. Only root may make one; without it this file reports `skipped`. */
const disk = smallDisk(160);

(disk ? describe : describe.skip)('a full disk', () => {
  let cluster: Cluster;
  let urn: TestUrn;
  let election: TestElection;
  const dir = join(disk ?? '', 'data');
  const start = async (port?: number): Promise<Cluster> => {
    const { startCluster } = await tool<ClusterTool>('cluster.mjs');
    return startCluster({ dir, password: 'small', ...(port && { port }) });
  };
  beforeAll(async () => {
    cluster = await start();
    process.env['CT_TEST_POSTGRES'] = cluster.url;
    urn = await testUrn();
    election = await openElection(urn);
  }, 60_000);
  afterAll(async () => {
    await urn.close();
    await cluster.stop();
    execFileSync('umount', [disk!]);
    rmdirSync(disk!);
  }, 30_000);

  it('row 112: acknowledges nothing that is not kept, and goes on without repair when there is room', async () => {
    await castMany(urn, election, 3);
    const filler = join(disk!, 'filler');
    await fill(filler);

    const answers: [status: number, ballot: object][] = [];
    for (let tries = 0; tries < 400 && answers.at(-1)?.[0] !== 503; tries++) {
      const ballot = (await election.voter()).cast([['benches', 'mural', 'ramp'][tries % 3]!]);
      answers.push([(await urn.send('POST', '/cast', ballot)).statusCode, ballot]);
    }
    expect(answers.at(-1)?.[0]).toBe(503);
    expect(answers.slice(0, -1).every(([status]) => status === 200)).toBe(true);

    await rm(filler);
    await backAgain();
    const acknowledged = answers.slice(0, -1).length + 3;
    const { rows } = await urn.db.query('SELECT count(*)::int AS kept FROM urn.ballot WHERE election = $1', [
      election.id,
    ]);
    expect([acknowledged, acknowledged + 1]).toContain(rows[0].kept);
    for (const [, ballot] of answers) {
      expect((await urn.send('POST', '/cast', ballot)).statusCode).toBe(200);
    }
  }, 120_000);

  /** A server without room for its log stops itself; whoever keeps it running starts it again. */
  async function backAgain(): Promise<void> {
    for (let tries = 0; tries < 20; tries++) {
      if ((await urn.send('GET', '/health/ready')).statusCode === 204) return;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    cluster = await start(Number(new URL(cluster.url).port));
  }
});

/** @returns the folder where a disk of so many megabytes begins, if this user may have one */
function smallDisk(megabytes: number): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'commonthread-small-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', folder], {
      stdio: 'ignore',
    });
    return folder;
  } catch {
    rmdirSync(folder);
    return undefined;
  }
}

/** Writes until nothing more fits. */
async function fill(file: string): Promise<void> {
  const { bavail, bsize } = await statfs(join(file, '..'));
  const handle = await open(file, 'w');
  const block = Buffer.alloc(MEGABYTE);
  try {
    for (let left = bavail * bsize; left > 0; left -= MEGABYTE) {
      await handle.write(block, 0, Math.min(MEGABYTE, left));
    }
  } finally {
    await handle.close();
  }
}
