import { signal } from '@angular/core';
import type { Problem } from '@commonthread/api-client';
import type { KeptText } from './kept-text.js';
import { explain } from './refusals.js';

export type SaveStatus =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: Date }
  | { readonly kind: 'failed'; readonly problem: Problem };

export interface AutosaveOptions<Text> {
  /** As it is stored. */
  readonly stored: Text;
  /** Sends what changed; rejects with an HttpErrorResponse. */
  write(changed: Partial<Text>): Promise<void>;
  /** Where it is kept on this device until it is stored. */
  readonly kept: KeptText;
  /** How long nobody has typed before it is sent. */
  readonly pauseMs: number;
}

/**
 * Stores what somebody types, a moment after they stop, and keeps it on their device until then, so that neither a lost
 * connection nor an ended session loses a word. One call at a time; what is typed meanwhile goes with the next.
 */
export class Autosave<Text extends object> {
  readonly status = signal<SaveStatus>({ kind: 'unchanged' });
  private stored: Text;
  private latest: Text;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<boolean> | null = null;

  constructor(private readonly options: AutosaveOptions<Text>) {
    this.stored = this.latest = options.stored;
  }

  /** Typed before and never stored, if anything. */
  static unsent<Text extends object>(kept: KeptText): Partial<Text> | null {
    const text = kept.read();
    return text === '' ? null : (JSON.parse(text) as Partial<Text>);
  }

  changed(text: Text): void {
    this.latest = text;
    const changes = this.changes();
    if (Object.keys(changes).length === 0) return;
    this.options.kept.write(JSON.stringify(changes));
    if (!this.running) this.status.set({ kind: 'waiting' });
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.now(), this.options.pauseMs);
  }

  /** Sends what is not stored yet. @returns whether everything is stored now */
  async now(): Promise<boolean> {
    clearTimeout(this.timer);
    if (this.running) await this.running;
    return (this.running ??= this.send().finally(() => (this.running = null)));
  }

  private async send(): Promise<boolean> {
    while (Object.keys(this.changes()).length > 0) {
      const sent = this.latest;
      this.status.set({ kind: 'saving' });
      try {
        await this.options.write(this.changes());
      } catch (cause) {
        this.status.set({ kind: 'failed', problem: explain(cause) });
        return false;
      }
      this.stored = sent;
      this.status.set({ kind: 'saved', at: new Date() });
    }
    this.options.kept.write('');
    return true;
  }

  private changes(): Partial<Text> {
    const changed: Partial<Text> = {};
    for (const key of Object.keys(this.latest) as (keyof Text)[])
      if (this.latest[key] !== this.stored[key]) changed[key] = this.latest[key];
    return changed;
  }
}
