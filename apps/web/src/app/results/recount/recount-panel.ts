import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  inject,
  InjectionToken,
  input,
  LOCALE_ID,
  signal,
} from '@angular/core';
import type { Api } from '@commonthread/api-client';
import { Button, formatCount } from '@commonthread/govuk';
import { ProgressBar } from '@commonthread/govuk/charts';
import type { RecountNews, RecountOrder } from './messages.js';

/** Makes the worker that counts. */
export const RECOUNT_WORKER = new InjectionToken<() => Promise<Worker>>('recount worker', {
  providedIn: 'root',
  factory: () => async () => (await import('./start-worker.js')).startWorker(),
});

type Phase = { readonly kind: 'idle' } | RecountNews;

/** A button that counts the published ballots again on the reader's own device, and says whether the result is the same. */
@Component({
  selector: 'ct-recount-panel',
  imports: [Button, ProgressBar],
  templateUrl: './recount-panel.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RecountPanel {
  private readonly makeWorker = inject(RECOUNT_WORKER);
  private readonly locale = inject(LOCALE_ID);
  private worker: Worker | null = null;

  readonly results = input.required<Api<'ResultsDto'>>();
  readonly ballotsUrl = input.required<string>();

  protected readonly phase = signal<Phase>({ kind: 'idle' });
  protected readonly busy = computed(() => this.phase().kind === 'progress');
  /** Winners on one side only, by title; both empty when the counts agree. */
  protected readonly differences = computed(() => {
    const phase = this.phase();
    if (phase.kind !== 'counted') return null;
    const { projects } = this.results();
    const published = new Set(projects.filter(({ funded }) => funded).map(({ ballotId }) => ballotId));
    const mine = new Set(phase.winners);
    const titles = new Map(projects.map(({ ballotId, title }) => [ballotId, title]));
    const without = (ids: ReadonlySet<string>, others: ReadonlySet<string>) =>
      [...ids].filter((id) => !others.has(id)).map((id) => titles.get(id) ?? id);
    return {
      onlyPublished: without(published, mine),
      onlyMine: without(mine, published),
    };
  });
  protected readonly matches = computed(() => {
    const differences = this.differences();
    return !!differences && differences.onlyMine.length + differences.onlyPublished.length === 0;
  });
  protected readonly sameInputs = computed(() => {
    const phase = this.phase();
    if (phase.kind !== 'counted' || phase.inputsSha256 === null) return null;
    return phase.inputsSha256 === this.results().inputsSha256;
  });

  constructor() {
    inject(DestroyRef).onDestroy(() => this.worker?.terminate());
  }

  protected async countAgain(): Promise<void> {
    this.phase.set({ kind: 'progress', step: 'fetching', done: null });
    try {
      this.worker = await this.makeWorker();
    } catch (cause) {
      return this.end({ kind: 'failed', why: 'unreachable', detail: String(cause) });
    }
    this.worker.onmessage = ({ data }: MessageEvent<RecountNews>) =>
      data.kind === 'progress' ? this.phase.set(data) : this.end(data);
    this.worker.onerror = ({ message }) => this.end({ kind: 'failed', why: 'unreadable', detail: message });
    const order: RecountOrder = {
      ballotsUrl: new URL(this.ballotsUrl(), document.baseURI).href,
      rule: this.results().rule,
    };
    this.worker.postMessage(order);
  }

  protected stop(): void {
    this.end({ kind: 'idle' });
  }

  protected progressLabel(step: Extract<RecountNews, { kind: 'progress' }>['step']): string {
    switch (step) {
      case 'fetching':
        return $localize`Fetching the ballots`;
      case 'reading':
        return $localize`Reading the ballots`;
      case 'counting':
        return $localize`Counting`;
    }
  }

  protected number(value: number): string {
    return formatCount(value, this.locale);
  }

  private end(phase: Phase): void {
    this.worker?.terminate();
    this.worker = null;
    this.phase.set(phase);
  }
}
