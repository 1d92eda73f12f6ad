import { inject, Injectable } from '@angular/core';
import type { Api } from '@commonthread/api-client';
import { FETCH } from './urn.js';

export type Step = Api<'NoteStepDto'>['step'];

/**
 * Tells that a ballot came a step further, so that the council learns where ballots are given up. Nothing else is said:
 * no session, no pass, no choice. Past Angular's client, which would add the session; never waited for, and a vote goes
 * on whether it was heard or not.
 */
@Injectable({ providedIn: 'root' })
export class TellStep {
  private readonly fetch = inject(FETCH);
  private readonly told = new Set<string>();

  /** Once for each step while this page is open. */
  tell(slug: string, step: Step): void {
    const key = `${slug} ${step}`;
    if (this.told.has(key)) return;
    this.told.add(key);
    // The next ballot in this tab, at a stall, counts anew.
    if (step === 'cast') this.told.clear();
    void this.send(slug, step);
  }

  private async send(slug: string, step: Step): Promise<void> {
    try {
      await this.fetch(`/api/rounds/${encodeURIComponent(slug)}/voting/steps`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ step }),
        credentials: 'omit',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
        keepalive: true,
      });
    } catch {
      // A count is not worth a word to somebody who votes.
    }
  }
}
