import { inject, Injectable, RESPONSE_INIT } from '@angular/core';

/** The HTTP status of the page being rendered. Does nothing in a browser. */
@Injectable({ providedIn: 'root' })
export class PageStatus {
  private readonly response = inject(RESPONSE_INIT, { optional: true });

  set(status: 404 | 410 | 502 | 503): void {
    if (this.response) this.response.status = status;
  }
}
