import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';

/** Somebody thinking over a ballot may well not touch anything for a while. */
export const IDLE_MS = 4 * 60_000;
export const WARNING_SECONDS = 60;
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'input', 'scroll', 'wheel'] as const;

/** How long nobody has touched this device. Provided by the part that watches, and stopped with it. */
@Injectable()
export class IdleTime {
  private readonly touchedAt = signal(Date.now());
  private readonly now = signal(Date.now());
  /** Seconds until time is up, once there is a warning; else null. */
  readonly secondsLeft = computed(() => {
    const left = Math.ceil((this.touchedAt() + IDLE_MS + WARNING_SECONDS * 1000 - this.now()) / 1000);
    return left > WARNING_SECONDS ? null : Math.max(0, left);
  });

  constructor() {
    const touched = (): void => {
      // Once there is a warning, a sleeve on the screen does not count: the question is answered or it is not.
      if (this.secondsLeft() === null) this.touchedAt.set(Date.now());
    };
    for (const sign of SIGNS) document.addEventListener(sign, touched, { passive: true, capture: true });
    const timer = setInterval(() => this.now.set(Date.now()), 1000);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(timer);
      for (const sign of SIGNS) document.removeEventListener(sign, touched, { capture: true });
    });
  }

  /** The person is still there. */
  goOn(): void {
    this.touchedAt.set(Date.now());
    this.now.set(Date.now());
  }
}
