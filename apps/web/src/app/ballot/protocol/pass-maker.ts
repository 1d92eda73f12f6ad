import { Injectable, InjectionToken, inject } from '@angular/core';
import { PassTagged, type PassText, type PassSubject } from '@commonthread/ballot-protocol';
import type { PendingPass } from '@commonthread/ballot-protocol/pass';

/** The work of a moment or, on an old telephone, of seconds: done in a worker, so that the page stays awake. */
export type PassOrder =
  | { readonly kind: 'begin'; readonly issuerKey: string; readonly subject: PassSubject }
  | {
      readonly kind: 'finish';
      readonly pending: PendingPass;
      readonly blindSignature: string;
      readonly issuerKey: string;
    };

export type PassNews =
  | { readonly kind: 'begun'; readonly pending: PendingPass }
  | { readonly kind: 'finished'; readonly pass: PassText }
  /** The signature is not the published key's. */
  | { readonly kind: 'tagged' }
  | { readonly kind: 'failed'; readonly detail: string };

/** Makes the worker. */
export const PASS_WORKER = new InjectionToken<() => Promise<Worker>>('pass worker', {
  providedIn: 'root',
  factory: () => async () => (await import('./start-pass-worker.js')).startPassWorker(),
});

/** Blinds what the council signs, and unblinds its answer. */
@Injectable({ providedIn: 'root' })
export class PassMaker {
  private readonly makeWorker = inject(PASS_WORKER);

  async begin(issuerKey: string, subject: PassSubject): Promise<PendingPass> {
    const news = await this.ask({ kind: 'begin', issuerKey, subject });
    if (news.kind !== 'begun') throw new Error('no pass was begun');
    return news.pending;
  }

  /** @throws PassTagged when the answer was not signed with the published key */
  async finish(pending: PendingPass, blindSignature: string, issuerKey: string): Promise<PassText> {
    const news = await this.ask({ kind: 'finish', pending, blindSignature, issuerKey });
    if (news.kind === 'tagged') throw new PassTagged();
    if (news.kind !== 'finished') throw new Error('no pass was finished');
    return news.pass;
  }

  private async ask(order: PassOrder): Promise<PassNews> {
    const worker = await this.makeWorker();
    try {
      return await new Promise<PassNews>((resolve, reject) => {
        worker.onmessage = ({ data }: MessageEvent<PassNews>) =>
          data.kind === 'failed' ? reject(new Error(data.detail)) : resolve(data);
        worker.onerror = ({ message }) => reject(new Error(message));
        worker.postMessage(order);
      });
    } finally {
      worker.terminate();
    }
  }
}
