import { isPlatformBrowser } from '@angular/common';
import { inject, Injectable, PLATFORM_ID } from '@angular/core';

/** Keeps what is being typed in the tab's own storage, so that a reload or an expired session loses nothing. */
@Injectable({ providedIn: 'root' })
export class KeptDrafts {
  private readonly storage = isPlatformBrowser(inject(PLATFORM_ID)) ? sessionStorage : null;

  read<T>(key: string): T | null {
    const kept = this.storage?.getItem(`ct.draft.${key}`);
    return kept ? (JSON.parse(kept) as T) : null;
  }

  keep(key: string, draft: unknown): void {
    this.storage?.setItem(`ct.draft.${key}`, JSON.stringify(draft));
  }

  forget(key: string): void {
    this.storage?.removeItem(`ct.draft.${key}`);
  }
}
