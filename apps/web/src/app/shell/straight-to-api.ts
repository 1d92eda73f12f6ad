import { FetchBackend, type HttpEvent, type HttpRequest } from '@angular/common/http';
import { inject, Injectable, InjectionToken } from '@angular/core';
import { type Observable, timeout } from 'rxjs';

/** Where the API listens, known on the server only. */
export const API_ORIGIN = new InjectionToken<string | null>('origin of the API');

/** A page waits this long for the API, then says that it could not be reached. */
const PATIENCE_MS = 5000;

/**
 * While the server renders, `/api/...` goes to the API itself instead of through this site's own proxy. Being the last
 * step, it leaves the addresses by which the browser later finds the same answers in the page as they were.
 */
@Injectable()
export class StraightToApi extends FetchBackend {
  private readonly origin = inject(API_ORIGIN);

  override handle(request: HttpRequest<unknown>): Observable<HttpEvent<unknown>> {
    const { pathname, search } = new URL(request.url, 'http://here');
    const direct =
      this.origin && pathname.startsWith('/api/')
        ? request.clone({ url: `${this.origin}${pathname}${search}` })
        : request;
    return super.handle(direct).pipe(timeout(PATIENCE_MS));
  }
}
