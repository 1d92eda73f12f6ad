import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { node, outputs, root } from '../build/project.ts';

/** An urn that is started again whenever it ends, as a service manager would, until told to stay down. */
export class UrnProcess {
  kills = 0;
  private child: ChildProcess | undefined;
  private wanted = true;
  readonly address: string;
  private readonly env: Readonly<Record<string, string>>;

  constructor(env: Readonly<Record<string, string>>, address: string) {
    this.env = env;
    this.address = address;
    this.start();
  }

  async ready(): Promise<void> {
    for (let tries = 0; tries < 600; tries++) {
      const answer = await fetch(`${this.address}/urn/health/ready`).catch(() => undefined);
      if (answer?.ok) return;
      await wait(50);
    }
    throw new Error('the urn did not come back within 30 seconds');
  }

  kill(): void {
    this.kills++;
    this.child?.kill('SIGKILL');
  }

  async stop(): Promise<void> {
    this.wanted = false;
    const gone = new Promise((resolve) => this.child?.once('exit', resolve));
    this.child?.kill('SIGTERM');
    await gone;
  }

  private start(): void {
    this.child = spawn(node, [join(root, outputs.urn.result)], {
      cwd: root,
      env: { PATH: process.env['PATH'], ...this.env },
      stdio: 'ignore',
    });
    this.child.once('exit', () => {
      if (this.wanted) setTimeout(() => this.wanted && this.start(), 100);
    });
  }
}
