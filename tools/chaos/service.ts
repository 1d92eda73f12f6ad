import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { node, outputs, root } from '../build/project.ts';

/** A service that is started again whenever it ends, as a service manager would, until told to stay down. */
export class Service {
  kills = 0;
  private child: ChildProcess | undefined;
  private wanted = true;
  private readonly what: 'api' | 'urn';
  private readonly env: Readonly<Record<string, string>>;
  readonly address: string;

  /** `port`: where it listens, on loopback. */
  constructor(what: 'api' | 'urn', port: number, env: Readonly<Record<string, string>>) {
    this.what = what;
    this.env = { ...env, PORT: String(port) };
    this.address = `http://127.0.0.1:${port}`;
    this.start();
  }

  async ready(): Promise<void> {
    for (let tries = 0; tries < 600; tries++) {
      const answer = await fetch(`${this.address}/${this.what}/health/ready`).catch(() => undefined);
      if (answer?.ok) return;
      await wait(50);
    }
    throw new Error(`the ${this.what} did not come back within 30 seconds`);
  }

  kill(): void {
    this.kills++;
    this.child?.kill('SIGKILL');
  }

  async stop(): Promise<void> {
    this.wanted = false;
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await gone;
  }

  private start(): void {
    this.child = spawn(node, [join(root, outputs[this.what].result)], {
      cwd: root,
      env: { PATH: process.env['PATH'], ...this.env },
      stdio: 'ignore',
    });
    this.child.once('exit', () => {
      if (this.wanted) setTimeout(() => this.wanted && this.start(), 100);
    });
  }
}
