import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { local, node, root } from '../build/project.ts';
import { freePort } from '../postgres/cluster.mjs';

const RUN = join(local, 'run.json');

/** Who started what, kept while it runs. */
interface Run {
  readonly starter: number;
  readonly children: readonly number[];
}

/** The services of one run. Their ids are on disk, so that the next start can stop what a killed one left. */
export class Processes {
  private readonly children = new Map<string, ChildProcess>();
  private whenLost: (name: string) => void = () => {};
  private readonly keepsIds: boolean;

  /** `remember`: keep the ids on disk for the next start. Off where several runs share a checkout, as in tests. */
  constructor(options: { readonly remember: boolean }) {
    this.keepsIds = options.remember;
  }

  /** Starts a service and waits until `ready` answers. @returns its address on loopback */
  async start(
    name: string,
    file: string,
    ready: string,
    env: Record<string, string>,
    port?: number,
  ): Promise<string> {
    const own = port ?? (await freePort());
    const child = spawn(node, [join(root, file)], {
      cwd: root,
      env: { PATH: process.env['PATH'], TZ: 'Europe/London', ...env, PORT: String(own), HOST: '127.0.0.1' },
      stdio: ['ignore', 'inherit', 'inherit'],
      // Ctrl-C reaches the whole group: a group of its own lets this process stop the services in order.
      detached: true,
    });
    this.children.set(name, child);
    if (this.keepsIds) this.remember();
    let ended = false;
    child.once('exit', () => {
      ended = true;
      this.whenLost(name);
    });

    const address = `http://127.0.0.1:${own}`;
    for (let tries = 0; tries < 600; tries++) {
      if (ended) throw new Error(`The ${name} did not start; its reason is in the lines above.`);
      const answer = await fetch(address + ready).catch(() => undefined);
      if (answer?.ok) return address;
      await wait(50);
    }
    throw new Error(`The ${name} did not answer within 30 seconds.`);
  }

  onUnexpectedExit(tell: (name: string) => void): void {
    this.whenLost = tell;
  }

  async stopAll(): Promise<void> {
    this.whenLost = () => {};
    await Promise.all([...this.children.values()].toReversed().map(stopChild));
    if (this.keepsIds) rmSync(RUN, { force: true });
  }

  private remember(): void {
    mkdirSync(local, { recursive: true });
    const children = [...this.children.values()].flatMap(({ pid }) => pid ?? []);
    writeFileSync(RUN, JSON.stringify({ starter: process.pid, children } satisfies Run));
  }
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const late = wait(8000).then(() => child.kill('SIGKILL'));
  await Promise.race([gone, late]);
}

/**
 * Stops services that a killed run left behind. An id that now belongs to another program is left alone.
 *
 * @throws Error when that run is still alive: two on one data folder would harm each other
 */
export async function stopLeftOvers(): Promise<void> {
  if (!existsSync(RUN)) return;
  const { starter, children } = JSON.parse(readFileSync(RUN, 'utf8')) as Run;
  if (isOurs(starter)) throw new Error(`Common Thread already runs from this folder (process ${starter}).`);
  for (const pid of children) {
    if (!isOurs(pid)) continue;
    process.kill(pid, 'SIGTERM');
    for (let tries = 0; tries < 80 && isOurs(pid); tries++) await wait(100);
    if (isOurs(pid)) process.kill(pid, 'SIGKILL');
  }
  rmSync(RUN, { force: true });
}

function isOurs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return commandLine(pid).includes(root);
  } catch {
    return false;
  }
}

function commandLine(pid: number): string {
  const linux = `/proc/${pid}/cmdline`;
  return existsSync(linux)
    ? readFileSync(linux, 'utf8')
    : execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' });
}
