import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const root = join(import.meta.dirname, '../../../..');

// Tools of the workspace, which themselves stand on the API: loaded when needed, imported by nobody.
export const tool = <T>(file: string): Promise<T> =>
  import(new URL(`file://${root}/tools/postgres/${file}`).href) as Promise<T>;

interface ClusterTool {
  freePort(): Promise<number>;
}
interface UrnDatabaseTool {
  prepareUrnDatabase(
    admin: string,
    wanted: { name: string; castPassword: string; keeperPassword: string },
  ): Promise<{ castUrl: string; keeperUrl: string }>;
}

export interface UrnProcess {
  /** The public door, with its prefix. */
  readonly address: string;
  /** What the API needs to know of it. */
  readonly settings: { readonly URN_ADMIN_URL: string; readonly URN_SERVICE_TOKEN: string };
  /** Its database, as its owner. */
  readonly databaseUrl: string;
  stop(): Promise<void>;
}

/**
 * The real ballot box: built, started as a process of its own, on a database of its own. `hear` is told what it writes
 * into its log.
 */
export async function urnProcess(hear?: (text: string) => void): Promise<UrnProcess> {
  const admin = process.env['CT_TEST_POSTGRES'];
  if (!admin) throw new Error('CT_TEST_POSTGRES is not set: run jest with the api project config');
  built('apps/urn');
  const { freePort } = await tool<ClusterTool>('cluster.mjs');
  const { prepareUrnDatabase } = await tool<UrnDatabaseTool>('urn-database.mjs');
  const name = `urn_${randomBytes(6).toString('hex')}`;
  // Roles belong to the whole cluster: every test file must give them the same passwords.
  const urls = await prepareUrnDatabase(admin, { name, castPassword: 'cast', keeperPassword: 'keeper' });
  const folder = await mkdtemp(join(tmpdir(), 'urn-checkpoints-'));
  const [port, adminPort] = [await freePort(), await freePort()];
  const settings = {
    URN_ADMIN_URL: `http://127.0.0.1:${adminPort}`,
    URN_SERVICE_TOKEN: randomBytes(32).toString('base64url'),
  };
  const child = spawn(process.execPath, [join(root, 'apps/urn/dist/src/main.js')], {
    stdio: hear ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    env: {
      PATH: process.env['PATH'],
      PORT: String(port),
      URN_ADMIN_PORT: String(adminPort),
      URN_SERVICE_TOKEN: settings.URN_SERVICE_TOKEN,
      URN_DATABASE_URL: urls.castUrl,
      URN_KEEPER_DATABASE_URL: urls.keeperUrl,
      URN_LOG_KEY: randomBytes(32).toString('base64'),
      URN_LOG_NAME: 'votes.test',
      URN_CHECKPOINT_FOLDER: folder,
      URN_BATCH_EVERY_MS: '200',
    },
  });
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', hear ?? (() => {}));
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const address = `http://127.0.0.1:${port}/urn`;
  await ready(`${address}/health/ready`);
  return {
    address,
    settings,
    databaseUrl: urls.keeperUrl,
    async stop() {
      child.kill('SIGTERM');
      await gone;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Compiles a program when its sources changed. */
export function built(project: string): void {
  execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-b', project], {
    cwd: root,
  });
}

async function ready(address: string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if ((await fetch(address).catch(() => undefined))?.ok) return;
    await wait(50);
  }
  throw new Error('the ballot box did not start');
}
