import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';

import { build, outputs, root } from '../build/project.ts';
import { Client } from '../demo/client.ts';
import { freePort, startCluster } from '../postgres/cluster.mjs';
import { Processes } from '../start/processes.ts';
import { startProduct } from '../start/product.ts';
import { freshSecrets } from '../start/secrets.ts';
import { benchCounting } from './counting.ts';
import { benchHttp, benchQueue } from './http.ts';
import { type Figure, table } from './measure.ts';
import { benchNotices } from './notices.ts';
import { benchPages } from './pages.ts';
import { benchPasses } from './passes.ts';
import { addManyProposals, addManyReviews } from './seed.ts';
import { benchStatistics } from './statistics.ts';
import { benchVerifying } from './verifying.ts';

/**
 * Measures what the README promises, each figure beside a baseline of the same run.
 * `npm run bench -- counting statistics passes casting verifying http pages reviews notices` runs only the parts named; `--write` puts the table into the README.
 */
const asked = process.argv.slice(2);
const wanted = (part: string): boolean =>
  asked.every((word) => word.startsWith('--')) || asked.includes(part);
const elections = process.env['COMMONTHREAD_DATA'] ?? join(root, '..', 'shared', 'data');
const figures: Figure[] = [];

if (wanted('counting')) figures.push(...(await benchCounting(join(elections, 'pabulib'))));
if (wanted('statistics')) figures.push(...(await benchStatistics()));
if (wanted('passes')) figures.push(...(await benchPasses()));
if (wanted('verifying')) figures.push(...(await benchVerifying()));
if (wanted('casting')) {
  await build(outputs.urn, console.log);
  figures.push(...(await (await import('./casting.ts')).benchCasting()));
}
if (wanted('http') || wanted('pages') || wanted('reviews')) figures.push(...(await benchProduct()));
if (wanted('notices')) figures.push(...(await benchNotices()));

const text = table(figures);
console.log(`\n${cpus().length} cores, Node ${process.version}\n\n${text}\n`);
if (asked.includes('--write')) writeIntoReadme(text);

async function benchReviews({
  address,
  databaseUrl,
}: {
  address: string;
  databaseUrl: string;
}): Promise<Figure[]> {
  const { headers } = await Client.signIn(address, 'officer@demo.example');
  return benchQueue(address, headers, await addManyReviews(address, databaseUrl));
}

async function benchProduct(): Promise<Figure[]> {
  const cluster = await startCluster({
    dir: mkdtempSync(join(tmpdir(), 'commonthread-bench-')),
    password: randomBytes(9).toString('hex'),
  });
  const processes = new Processes({ remember: false });
  try {
    const product = await startProduct(
      {
        port: await freePort(),
        database: Promise.resolve({
          url: cluster.url,
          checkpointFolder: mkdtempSync(join(tmpdir(), 'commonthread-bench-')),
          stop: cluster.stop,
        }),
        secrets: freshSecrets(),
        demo: true,
        say: console.log,
      },
      processes,
    );
    const { open, finished, proposal, decision } = await addManyProposals(
      product.address,
      product.databaseUrl,
    );
    const pages = {
      home: '/',
      round: `/rounds/${open}`,
      proposal: `/proposals/${proposal}`,
      results: `/rounds/${finished}/results`,
      decision: `/decisions/${decision}`,
    };
    return [
      ...(wanted('http') ? await benchHttp(product.address, open) : []),
      ...(wanted('pages') ? await benchPages(product.address, pages) : []),
      ...(wanted('reviews') ? await benchReviews(product) : []),
    ];
  } finally {
    await processes.stopAll();
    await cluster.stop();
  }
}

function writeIntoReadme(measured: string): void {
  const file = join(root, 'README.md');
  const [before, , after] = readFileSync(file, 'utf8').split(/<!-- bench:(?:begin|end) -->/);
  writeFileSync(file, `${before}<!-- bench:begin -->\n\n${measured}\n\n<!-- bench:end -->${after}`);
}
