import { build, outputs } from '../build/project.ts';
import type { DemoOptions } from '../demo/load.ts';
import { followDemoClock } from '../demo/time/demo-clock.ts';
import { prepareApiDatabase } from '../postgres/api-database.mjs';
import type { Database } from './database.ts';
import type { Processes } from './processes.ts';
import type { Secrets } from './secrets.ts';
import { startUrn } from './urn.ts';

export interface ProductOptions {
  readonly port: number;
  readonly database: Promise<Database>;
  readonly secrets: Secrets;
  /** Load the demo city and open the mailbox page. */
  readonly demo: boolean;
  /** Real elections to import beside the invented round. */
  readonly elections?: DemoOptions['elections'];
  readonly say: (line: string) => void;
}

export interface Product {
  readonly address: string;
  readonly databaseUrl: string;
  onUnexpectedExit(tell: (name: string) => void): void;
}

const DEMO_CONTACT = {
  CONTACT_NAME: 'the participation team of the demo city',
  CONTACT_EMAIL: 'participation@demo.example',
  CONTACT_PHONE: '01782 000 000',
};

/** Builds what is stale and starts the whole product; `processes` and the database are the caller's to stop. */
export async function startProduct(options: ProductOptions, processes: Processes): Promise<Product> {
  const { port, secrets, demo, elections, say } = options;
  const address = `http://localhost:${port}`;
  const [database] = await Promise.all([
    options.database,
    build(outputs.api, say)
      .then(() => build(outputs.urn, say))
      .then(() => build(outputs.web, say)),
  ]);
  const { ownerUrl, appUrl, rollUrl } = await prepareApiDatabase(database.url, secrets.roles);
  if (demo) await followDemoClock(database.url, ['svc_app', 'svc_roll']);
  const logName = new URL(address).host;
  const urn = await startUrn({ database, secrets: secrets.urn, logName, demo }, processes);
  const api = await processes.start('API', outputs.api.result, '/api/health/ready', {
    DATABASE_URL: appUrl,
    ROLL_DATABASE_URL: rollUrl,
    OWNER_DATABASE_URL: ownerUrl,
    PUBLIC_URL: address,
    JWT_SECRET: secrets.jwtSecret,
    SECRET_KEY: secrets.secretKey,
    ROLL_PEPPER: secrets.rollPepper,
    DEMO: demo ? '1' : '0',
    ...(demo && DEMO_CONTACT),
    URN_ADMIN_URL: urn.adminAddress,
    URN_SERVICE_TOKEN: secrets.urn.serviceToken,
  });
  await processes.start(
    'web pages',
    outputs.web.result,
    '/healthz',
    { API_URL: api, URN_URL: urn.address, PUBLIC_URL: address, ...(demo && DEMO_CONTACT) },
    port,
  );
  if (demo) {
    // It stands on what was built above, so on a fresh clone it cannot be imported before.
    const { loadDemo } = await import('../demo/load.ts');
    await loadDemo({
      ...{ api, ballotBox: urn.address, databaseUrl: database.url, urnDatabaseUrl: urn.databaseUrl },
      ...{ secretKey: secrets.secretKey, elections, say },
    });
  }
  return {
    address,
    databaseUrl: database.url,
    onUnexpectedExit: (tell) => processes.onUnexpectedExit(tell),
  };
}
