import {
  HttpErrorResponse,
  type HttpInterceptorFn,
  type HttpRequest,
  HttpResponse,
} from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { tap } from 'rxjs';

/** Keys of forms whose answer did not come, by what was sent. */
@Injectable({ providedIn: 'root' })
class UnansweredForms {
  readonly keys = new Map<string, string>();
}

/**
 * Gives each form that is sent a key of its own, so that the API makes one thing of it however often it arrives. Who
 * presses the button again because no answer came sends the same key; once there is an answer, the next form has
 * another one, be it worded the same.
 */
export const sentOnce: HttpInterceptorFn = (request, next) => {
  if (request.method !== 'POST' || !request.url.startsWith('/api/')) return next(request);
  const { keys } = inject(UnansweredForms);
  const form = whatIsSent(request);
  const key = keys.get(form) ?? newKey();
  keys.set(form, key);
  return next(request.clone({ setHeaders: { 'Idempotency-Key': key } })).pipe(
    tap({
      next: (event) => event instanceof HttpResponse && keys.delete(form),
      error: (cause: unknown) => isAnswer(cause) && keys.delete(form),
    }),
  );
};

/** A refusal says that nothing was done. No answer, or one from on the way, says nothing. */
function isAnswer(cause: unknown): boolean {
  if (!(cause instanceof HttpErrorResponse)) return false;
  return cause.status >= 400 && cause.status < 500 && cause.error?.title !== 'request.still-under-way';
}

function whatIsSent({ urlWithParams, body }: HttpRequest<unknown>): string {
  return JSON.stringify([urlWithParams, body instanceof FormData ? [...body].map(fieldOf) : body]);
}

function fieldOf([name, value]: [string, FormDataEntryValue]): readonly unknown[] {
  return value instanceof File ? [name, value.name, value.size, value.lastModified] : [name, value];
}

/** Not `randomUUID`: that is missing where a page did not come by HTTPS. */
function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
