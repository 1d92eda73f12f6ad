import { Injectable, signal } from '@angular/core';

const MARK = 'ct.shared-device';

/** Whether this tab stands at a stall: the path of its start page, until the helper ends it or closes the tab. */
@Injectable({ providedIn: 'root' })
export class SharedMark {
  private readonly at = signal<string | null>(null);
  readonly home = this.at.asReadonly();

  /** Finds out, in the browser; only ever a page of this site. */
  look(): void {
    const kept = sessionStorage.getItem(MARK);
    this.at.set(kept?.startsWith('/rounds/') ? kept : null);
  }

  set(home: string | null): void {
    if (home === null) sessionStorage.removeItem(MARK);
    else sessionStorage.setItem(MARK, home);
    this.at.set(home);
  }
}
