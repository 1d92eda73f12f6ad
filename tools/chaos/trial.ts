import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import {
  base64url,
  commitmentFrom,
  commitmentOf,
  EXPORT_FILES,
  fromBase64url,
  readBallotLine,
  utf8,
  verifyExport,
  type ExportFile,
  type Manifest,
} from '@commonthread/ballot-protocol';
import { sampleElection } from '@commonthread/ballot-protocol/sample';
import { checkChoices, countBallots } from '@commonthread/paper-rules';

import { freePort, startCluster } from '../postgres/cluster.mjs';
import { prepareUrnDatabase } from '../postgres/urn-database.mjs';
import { startIssuer, type Issuer } from './issuer.ts';
import { Service } from './service.ts';
import { prepareVoters, vote, type Voter } from './voters.ts';

const ELECTION = 'chaos';

export interface TrialOptions {
  readonly voters: number;
  /** Whether a commit is on disk before the receipt is given; off proves that this trial can fail. */
  readonly durable: boolean;
  /** Mean pause of a voter between two ballots. */
  readonly pauseMs: number;
  /** Between two kills. */
  readonly killEveryMs: number;
}

export interface Findings {
  readonly urnKills: number;
  readonly postgresKills: number;
  readonly apiKills: number;
  /** Passes that the API signed, each asked for again until an answer came. */
  readonly passes: number;
  /** Voters to whom the API did not sign the same bytes each time. */
  readonly changedPasses: number;
  /** Voters without a row on the roll, and rows too many. */
  readonly wrongRoll: number;
  readonly receipts: number;
  /** Receipts whose ballot is not in the published log. */
  readonly lost: number;
  /** Ballots published twice. */
  readonly doubled: number;
  /** Ballots published that nobody sent. */
  readonly unexplained: number;
  readonly changedReceipts: number;
  readonly refused: number;
  readonly checkpoints: number;
  /** What the verifier of exports found wrong. */
  readonly faults: number;
}

/**
 * One election on a real PostgreSQL with fsync: it, the urn and the API are killed in turn while everybody fetches a
 * pass and votes. Where commits are not flushed, the passes are made beforehand and the API stays out of it.
 */
export async function trial(options: TrialOptions): Promise<Findings> {
  const [dir, checkpoints] = ['postgres', 'checkpoints'].map((what) =>
    mkdtempSync(join(tmpdir(), `commonthread-chaos-${what}-`)),
  ) as [string, string];
  const [port, urnPort, adminPort] = [await freePort(), await freePort(), await freePort()];
  const password = randomBytes(12).toString('hex');
  // The writer of the log of changes sleeps long, so that what was not flushed by its commit is really lost.
  const flags = ['-c', 'wal_writer_delay=10s', '-c', 'wal_writer_flush_after=1GB'];
  const boot = () => startCluster({ dir, port, password, flags });

  let cluster = await boot();
  const urls = await prepareUrnDatabase(cluster.url, {
    name: 'urn',
    castPassword: 'cast',
    keeperPassword: 'keep',
  });
  const serviceToken = randomBytes(32).toString('hex');
  const castUrl = options.durable ? urls.castUrl : `${urls.castUrl}?options=-c%20synchronous_commit%3Doff`;
  const urn = new Service('urn', urnPort, {
    URN_DATABASE_URL: castUrl,
    URN_KEEPER_DATABASE_URL: urls.keeperUrl,
    URN_ADMIN_PORT: String(adminPort),
    URN_SERVICE_TOKEN: serviceToken,
    URN_LOG_KEY: randomBytes(32).toString('base64'),
    URN_LOG_NAME: 'votes.chaos',
    URN_CHECKPOINT_FOLDER: checkpoints,
    // A batch flushes every commit before it. Without batches in between, what was not flushed is really lost.
    URN_BATCH_EVERY_MS: options.durable ? '1500' : '60000',
  });
  let issuer: Issuer | undefined;
  const admin = async (method: string, path: string, body?: object): Promise<Response> => {
    const answer = await fetch(`http://127.0.0.1:${adminPort}/admin/elections${path}`, {
      method,
      headers: { 'x-service-token': serviceToken, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${await answer.text()}`);
    return answer;
  };

  let postgresKills = 0;
  const over = new AbortController();
  const havoc = async (): Promise<void> => {
    for (let turn = 0; ; turn++) {
      await wait(options.killEveryMs * (0.5 + Math.random()), undefined, { signal: over.signal }).catch(
        () => {},
      );
      if (over.signal.aborted) return;
      const turns = issuer ? 3 : 2;
      if (turn % turns === 0) urn.kill();
      else if (turn % turns === 2) issuer!.api.kill();
      else {
        postgresKills++;
        await cluster.kill();
        cluster = await boot();
      }
      // Killed again while it starts, a slow machine would never get to the moments that matter.
      if (issuer) await Promise.all([urn.ready(), issuer.api.ready()]);
    }
  };

  try {
    await urn.ready();
    const sample = await sampleElection();
    if (options.durable) issuer = await startIssuer(cluster.database('main'), options.voters);
    const election = issuer?.id ?? ELECTION;
    const [paper] = sample.manifest.styles as [Manifest['styles'][number]];
    const style = issuer ? { ...paper, style: issuer.style, issuerKey: issuer.issuerKey } : paper;
    const hour = 3_600_000;
    const manifest: Manifest = {
      ...sample.manifest,
      election,
      styles: [style],
      log: (await (await admin('GET', `/${election}/log`)).json()) as Manifest['log'],
      opensAt: new Date(Date.now() - hour).toISOString(),
      closesAt: new Date(Date.now() + hour).toISOString(),
    };
    await admin('POST', '', { manifest });
    const voters: readonly Voter[] =
      issuer?.voters ?? (await prepareVoters(sample, election, options.voters));

    const killing = havoc();
    const voted = await vote(urn.address, voters, { election, style: style.style }, options.pauseMs);
    over.abort();
    await killing;
    // What happens last hits the ballots that were acknowledged last.
    await cluster.kill();
    cluster = await boot();
    await urn.ready();
    const roll = await issuer?.check();

    await admin('POST', `/${election}/close`, { by: ['first', 'second'] });
    await admin('POST', `/${election}/finish`, {
      rollSummary: {
        format: 'commonthread-roll-summary/1',
        election,
        styles: [
          { style: style.style, electors: options.voters, online: options.voters, paper: 0, reissued: 0 },
        ],
      },
    });
    const files = new Map<ExportFile, string>();
    for (const file of EXPORT_FILES) {
      files.set(file, await (await admin('GET', `/${election}/export/${file}`)).text());
    }
    const report = await verifyExport(
      {
        names: async () => [...files.keys()],
        async *open(file) {
          yield utf8(files.get(file)!);
        },
      },
      { checkChoices, count: countBallots },
    );
    const published = publishedIn(files.get('ballots.ndjson')!);
    const distinct = new Set(published);
    return {
      urnKills: urn.kills,
      postgresKills: postgresKills + 1,
      apiKills: issuer?.api.kills ?? 0,
      passes: roll?.passes ?? 0,
      changedPasses: roll?.changedPasses ?? 0,
      wrongRoll: roll?.wrongRoll ?? 0,
      receipts: voted.promised.size,
      lost: [...voted.promised.keys()].filter((commitment) => !distinct.has(commitment)).length,
      doubled: published.length - distinct.size,
      unexplained: [...distinct].filter((commitment) => !voted.sent.has(commitment)).length,
      changedReceipts: voted.changedReceipts,
      refused: voted.refused,
      checkpoints: report.totals.checkpoints,
      faults: report.faultCount,
    };
  } finally {
    over.abort();
    await issuer?.api.stop();
    await urn.stop();
    await cluster.stop();
    for (const folder of [dir, checkpoints]) rmSync(folder, { recursive: true, force: true });
  }
}

/** Commitments of all published ballots. */
function publishedIn(ballots: string): string[] {
  const lines = ballots.split('\n').filter((text) => text !== '');
  return lines.map((text) => {
    const line = readBallotLine(JSON.parse(text), 'ballots.ndjson');
    const commitment =
      'bodySha256' in line
        ? commitmentFrom(line.header, fromBase64url(line.bodySha256))
        : commitmentOf(line.header, line.body);
    return base64url(commitment);
  });
}
