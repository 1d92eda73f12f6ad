import { inject, Injectable, InjectionToken } from '@angular/core';
import type { Api } from '@commonthread/api-client';
import { ModerationApi } from '../moderation-api.js';

/** Makes the worker. */
export const WORK_WORKER = new InjectionToken<() => Promise<Worker>>('work worker', {
  providedIn: 'root',
  factory: () => async () => (await import('./start-work-worker.js')).startWorkWorker(),
});

/** Sums are good for half an hour; somebody may write for longer. */
const GOOD_FOR_MS = 25 * 60_000;

/** Solves the sum that the API sets in place of a CAPTCHA, beside the page, while somebody writes. */
@Injectable({ providedIn: 'root' })
export class ReportWork {
  private readonly api = inject(ModerationApi);
  private readonly makeWorker = inject(WORK_WORKER);
  private begun: Promise<Api<'WorkDto'> | null> | null = null;
  private begunMs = 0;

  /** Asks for a sum and begins; nothing happens when one is under way. */
  begin(): void {
    const tooOld = performance.now() - this.begunMs > GOOD_FOR_MS;
    if (this.begun && !tooOld) return;
    this.begunMs = performance.now();
    this.begun = this.work();
  }

  /** The solution, once. @returns null where it cannot be had: such a report is taken too, only fewer of them */
  async take(): Promise<Api<'WorkDto'> | null> {
    this.begin();
    const work = await this.begun;
    this.begun = null;
    return work;
  }

  private async work(): Promise<Api<'WorkDto'> | null> {
    try {
      const { challenge, bits } = await this.api.challenge();
      return { challenge, counter: await this.solve(challenge, bits) };
    } catch {
      return null;
    }
  }

  private async solve(challenge: string, bits: number): Promise<number> {
    const worker = await this.makeWorker();
    try {
      return await new Promise<number>((resolve, reject) => {
        worker.onmessage = ({ data }: MessageEvent<number>) => resolve(data);
        worker.onerror = ({ message }) => reject(new Error(message));
        worker.postMessage({ challenge, bits });
      });
    } finally {
      worker.terminate();
    }
  }
}
