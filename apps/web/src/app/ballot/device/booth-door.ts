import { DestroyRef, inject, Injectable, InjectionToken } from '@angular/core';

/** Locks over all tabs of this browser; undefined where a browser has none. */
export const LOCKS = new InjectionToken<LockManager | undefined>('locks over all tabs', {
  providedIn: 'root',
  factory: () => (globalThis.navigator as Navigator | undefined)?.locks,
});

/** A tab that is loaded anew may find its own old page still leaving. In milliseconds. */
const PATIENCE_MS = [100, 200, 400];

/** One tab at a time stands in a booth, for as long as its page is open; a tab that dies leaves it. */
@Injectable()
export class BoothDoor {
  private readonly locks = inject(LOCKS);
  private release: () => void = () => undefined;
  private left = false;

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.left = true;
      this.leave();
    });
  }

  /** @returns false while another tab stands there */
  async enter(booth: string): Promise<boolean> {
    this.leave();
    if (!this.locks) return true;
    for (const wait of PATIENCE_MS) {
      if (await this.knock(this.locks, `ct.booth/${booth}`)) return true;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
    return this.knock(this.locks, `ct.booth/${booth}`);
  }

  leave(): void {
    this.release();
    this.release = () => undefined;
  }

  private knock(locks: LockManager, name: string): Promise<boolean> {
    return new Promise((resolve, reject) => {
      const hold = (lock: Lock | null): Promise<void> | undefined => {
        resolve(lock !== null);
        if (!lock || this.left) return undefined;
        return new Promise((release) => (this.release = release));
      };
      locks.request(name, { ifAvailable: true }, hold).catch(reject);
    });
  }
}
