import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { whatIsOdd } from '../../../tools/demo/believable.ts';
import { freePort, startCluster } from '../../../tools/postgres/cluster.mjs';
import { Processes } from '../../../tools/start/processes.ts';
import { startProduct } from '../../../tools/start/product.ts';
import { freshSecrets } from '../../../tools/start/secrets.ts';

/** The whole product with the demo city, on a throw-away PostgreSQL and a port of its own. */
export default async function start() {
  if (process.env.CT_ADDRESS) return;
  const cluster = await startCluster({
    dir: mkdtempSync(join(tmpdir(), 'commonthread-journeys-')),
    throwAway: true,
  });
  const processes = new Processes({ remember: false });
  globalThis.stopProduct = async () => {
    await processes.stopAll();
    await cluster.stop();
  };
  const product = await startProduct(
    {
      port: await freePort(),
      database: Promise.resolve({
        url: cluster.url,
        checkpointFolder: mkdtempSync(join(tmpdir(), 'commonthread-journeys-')),
        stop: cluster.stop,
      }),
      secrets: freshSecrets(),
      demo: true,
      say: () => {},
    },
    processes,
  ).catch(async (fault) => {
    await globalThis.stopProduct();
    throw fault;
  });
  process.env.CT_ADDRESS = product.address;
  // Before any journey has left its marks.
  process.env.CT_ODD = JSON.stringify(await whatIsOdd(product.databaseUrl));
}
