import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

import type { SignatureChecks, SignatureClaim } from '@commonthread/ballot-protocol';

import type { ThreadAnswer, ThreadOrder } from './signature-thread.js';

/** Built, this file is JavaScript; in tests Node runs the thread's TypeScript as it is. */
const ENTRY = new URL(
  import.meta.url.endsWith('.ts') ? './signature-thread.ts' : './signature-thread.js',
  import.meta.url,
);
const MOST_THREADS = 8;

/**
 * Checks signatures by OpenSSL in threads, a batch at a time: a third of the time that WebCrypto takes, whose every
 * call is a promise of its own.
 */
export class SignatureThreads implements SignatureChecks {
  private readonly threads: Thread[] = [];

  constructor(private readonly most = Math.min(availableParallelism(), MOST_THREADS)) {}

  check(claims: readonly SignatureClaim[]): Promise<readonly boolean[]> {
    const idle = this.threads.find((thread) => thread.waiting === 0);
    if (!idle && this.threads.length < this.most) this.threads.push(new Thread());
    const [least] = this.threads.toSorted((a, b) => a.waiting - b.waiting);
    return least!.check(claims);
  }

  async close(): Promise<void> {
    await Promise.all(this.threads.splice(0).map((thread) => thread.close()));
  }
}

interface Open {
  readonly resolve: (holds: readonly boolean[]) => void;
  readonly reject: (reason: unknown) => void;
}

class Thread {
  private readonly worker = new Worker(ENTRY);
  private readonly open = new Map<number, Open>();
  private next = 0;

  constructor() {
    this.worker.on('message', ({ id, holds }: ThreadAnswer) => {
      this.open.get(id)?.resolve(holds);
      this.open.delete(id);
    });
    this.worker.once('error', (error) => this.fail(error));
    this.worker.once('exit', (code) => this.fail(new Error(`a signature thread ended with ${code}`)));
  }

  get waiting(): number {
    return this.open.size;
  }

  check(claims: readonly SignatureClaim[]): Promise<readonly boolean[]> {
    const order: ThreadOrder = { id: this.next++, claims };
    return new Promise((resolve, reject) => {
      this.open.set(order.id, { resolve, reject });
      this.worker.postMessage(order);
    });
  }

  async close(): Promise<void> {
    await this.worker.terminate();
  }

  private fail(error: unknown): void {
    for (const { reject } of this.open.values()) reject(error);
    this.open.clear();
  }
}
