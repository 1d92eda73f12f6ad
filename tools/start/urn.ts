import { outputs } from '../build/project.ts';
import { followDemoClock } from '../demo/time/demo-clock.ts';
import { freePort } from '../postgres/cluster.mjs';
import { prepareUrnDatabase } from '../postgres/urn-database.mjs';
import type { Database } from './database.ts';
import type { Processes } from './processes.ts';
import type { UrnSecrets } from './secrets.ts';

export interface UrnOptions {
  /** The API's; the urn gets a database of its own in the same cluster, with roles of its own. */
  readonly database: Database;
  readonly secrets: UrnSecrets;
  readonly logName: string;
  readonly demo: boolean;
}

export interface StartedUrn {
  readonly address: string;
  /** For the API alone. */
  readonly adminAddress: string;
  /** Of its database, as the owner of the cluster. */
  readonly databaseUrl: string;
}

/** Starts the ballot box, which shares no table, role or key with the API. */
export async function startUrn(
  { database, secrets, logName, demo }: UrnOptions,
  processes: Processes,
): Promise<StartedUrn> {
  const name = `${new URL(database.url).pathname.slice(1)}_urn`;
  const { castUrl, keeperUrl } = await prepareUrnDatabase(database.url, { name, ...secrets });
  const databaseUrl = Object.assign(new URL(database.url), { pathname: name }).href;
  if (demo) await followDemoClock(databaseUrl, ['svc_urn', 'urn_keeper']);
  const adminPort = await freePort();
  const address = await processes.start('urn', outputs.urn.result, '/urn/health/ready', {
    URN_DATABASE_URL: castUrl,
    URN_KEEPER_DATABASE_URL: keeperUrl,
    URN_ADMIN_PORT: String(adminPort),
    URN_SERVICE_TOKEN: secrets.serviceToken,
    URN_LOG_KEY: secrets.logKey,
    URN_LOG_NAME: logName,
    URN_CHECKPOINT_FOLDER: database.checkpointFolder,
  });
  return { address, adminAddress: `http://127.0.0.1:${adminPort}`, databaseUrl };
}
