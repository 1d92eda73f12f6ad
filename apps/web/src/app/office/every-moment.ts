import { DestroyRef, effect, inject } from '@angular/core';

/**
 * Does something again and again while there is reason to. Made in a field initialiser; ends with the page.
 *
 * @param wanted read as a signal
 */
export function everyMoment(wanted: () => boolean, what: () => void, milliseconds = 1000): void {
  let timer: ReturnType<typeof setInterval> | undefined;
  const stop = (): void => {
    clearInterval(timer);
    timer = undefined;
  };
  effect(() => {
    if (!wanted()) stop();
    else timer ??= setInterval(what, milliseconds);
  });
  inject(DestroyRef).onDestroy(stop);
}
