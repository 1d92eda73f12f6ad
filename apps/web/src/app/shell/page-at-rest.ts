import { ApplicationRef, DOCUMENT, inject, Injectable } from '@angular/core';

/**
 * Marks the page `<html data-at-rest>` while nothing is loading, moving to another page or waiting to be drawn, so
 * that whoever drives a browser (a test, a script that prints pages) waits for the page itself and not for silence
 * on the network.
 */
@Injectable({ providedIn: 'root' })
export class PageAtRest {
  private readonly app = inject(ApplicationRef);
  private readonly root = inject(DOCUMENT).documentElement;

  follow(): void {
    this.app.isStable.subscribe((stable) => this.root.toggleAttribute('data-at-rest', stable));
  }
}
