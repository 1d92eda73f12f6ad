import { HttpErrorResponse, type HttpInterceptorFn, type HttpRequest } from '@angular/common/http';
import { inject } from '@angular/core';
import { catchError, from, switchMap, throwError } from 'rxjs';
import { Session } from './session.js';
import { WITHOUT_SESSION } from './without-session.js';

/** Gives calls to the API the access token, and tries once more with a new one when it has run out. */
export const withSession: HttpInterceptorFn = (request, next) => {
  if (!request.url.startsWith('/api/') || request.context.get(WITHOUT_SESSION)) return next(request);
  const session = inject(Session);
  const token = session.accessToken();
  if (!token) return next(request);
  return next(carrying(request, token)).pipe(
    catchError((cause: unknown) => {
      if (!(cause instanceof HttpErrorResponse) || cause.status !== 401) return throwError(() => cause);
      return from(session.refresh()).pipe(
        switchMap((renewed) => {
          const fresh = session.accessToken();
          return renewed && fresh ? next(carrying(request, fresh)) : throwError(() => cause);
        }),
      );
    }),
  );
};

function carrying(request: HttpRequest<unknown>, token: string): HttpRequest<unknown> {
  return request.clone({ setHeaders: { authorization: `Bearer ${token}` } });
}
