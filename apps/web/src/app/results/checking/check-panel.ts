import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  inject,
  InjectionToken,
  input,
  signal,
} from '@angular/core';
import type { Api } from '@commonthread/api-client';
import { Button, CountPipe } from '@commonthread/govuk';
import { ProgressBar } from '@commonthread/govuk/charts';
import type { CheckNews, CheckOrder, Progress } from './messages.js';
import { RecountAnswer } from './recount-answer.js';
import { VerifiedAnswer } from './verified-answer.js';

/** Makes the worker that checks. */
export const CHECK_WORKER = new InjectionToken<() => Promise<Worker>>('check worker', {
  providedIn: 'root',
  factory: () => async () => (await import('./start-worker.js')).startWorker(),
});

type Phase = { readonly kind: 'idle' } | CheckNews;

/**
 * A button with which readers check a count on their own device: every published file of a vote, or, for an election
 * held elsewhere, the count of its ballots alone.
 */
@Component({
  selector: 'ct-check-panel',
  imports: [Button, CountPipe, ProgressBar, RecountAnswer, VerifiedAnswer],
  templateUrl: './check-panel.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CheckPanel {
  private readonly makeWorker = inject(CHECK_WORKER);
  private worker: Worker | null = null;

  readonly results = input.required<Api<'ResultsDto'>>();
  readonly ballotsUrl = input.required<string>();
  /** The published files of the vote; null for an election of which there are none. */
  readonly files = input.required<readonly Api<'ExportFileDto'>[] | null>();

  protected readonly phase = signal<Phase>({ kind: 'idle' });
  protected readonly busy = computed(() => this.phase().kind === 'progress');
  /** Of a handful of ballots only the totals are published. */
  protected readonly tooFew = computed(
    () => this.files()?.every(({ file }) => file !== 'ballots.ndjson') ?? false,
  );

  constructor() {
    inject(DestroyRef).onDestroy(() => this.worker?.terminate());
  }

  protected async check(): Promise<void> {
    this.phase.set({ kind: 'progress', step: 'fetching', done: null });
    try {
      this.worker = await this.makeWorker();
    } catch (cause) {
      return this.end({ kind: 'failed', why: 'unreachable', detail: String(cause) });
    }
    this.worker.onmessage = ({ data }: MessageEvent<CheckNews>) =>
      data.kind === 'progress' ? this.phase.set(data) : this.end(data);
    this.worker.onerror = ({ message }) => this.end({ kind: 'failed', why: 'unreadable', detail: message });
    this.worker.postMessage(this.order());
  }

  protected stop(): void {
    this.end({ kind: 'idle' });
  }

  protected progressLabel(step: Progress['step']): string {
    switch (step) {
      case 'fetching':
        return $localize`Fetching the files`;
      case 'reading':
        return $localize`Reading the ballots`;
      case 'counting':
        return $localize`Counting`;
      case 'verifying':
        return $localize`Checking the ballots`;
    }
  }

  private order(): CheckOrder {
    const absolute = (address: string) => new URL(address, document.baseURI).href;
    const files = this.files();
    if (files === null) {
      return { kind: 'ballots', ballotsUrl: absolute(this.ballotsUrl()), rule: this.results().rule };
    }
    return { kind: 'files', files: files.map(({ file, address }) => ({ file, url: absolute(address) })) };
  }

  private end(phase: Phase): void {
    this.worker?.terminate();
    this.worker = null;
    this.phase.set(phase);
  }
}
