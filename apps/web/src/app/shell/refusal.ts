import { HttpErrorResponse } from '@angular/common/http';
import type { Problem } from '@commonthread/api-client';
import type { FieldError } from '@commonthread/govuk';

/** Whether an HTTP failure carries the API's explanation. */
function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'title' in body && 'detail' in body;
}

/**
 * What the API said no with. Without an answer from the API the code is `unreachable`, with one it did not explain
 * `unexplained`; both have a sentence that says what to do.
 *
 * @throws what it was given, when that is no HTTP answer: a bug
 */
export function refusalOf(cause: unknown): Problem {
  if (!(cause instanceof HttpErrorResponse)) throw cause;
  const body: unknown = cause.error;
  if (isProblem(body)) return body;
  const reached = cause.status > 0 && cause.status < 502;
  return {
    type: 'about:blank',
    title: reached ? 'unexplained' : 'unreachable',
    status: cause.status,
    detail: reached
      ? $localize`Sorry, something went wrong. Try again in a few minutes.`
      : $localize`Sorry, we could not reach the service. Check your connection and try again.`,
  };
}

/**
 * The refusal as messages for an error summary and the fields themselves.
 *
 * @param fieldIds the API's field names and the ids of the inputs that carry them
 * @param fallbackId where a message leads that belongs to no field
 * @param sentences the page's own words for codes, of the problem or of a field, instead of the API's
 */
export function fieldErrors(
  problem: Problem,
  fieldIds: Readonly<Record<string, string>>,
  fallbackId: string,
  sentences: Readonly<Record<string, string>> = {},
): FieldError[] {
  if (!problem.errors?.length)
    return [{ message: sentences[problem.title] ?? problem.detail, fieldId: fallbackId }];
  return problem.errors.map(({ field, code, message }) => ({
    message: sentences[code] ?? message,
    fieldId: fieldIds[field] ?? fallbackId,
  }));
}

/** The message for one input, to hand to its `error`. */
export function errorFor(errors: readonly FieldError[], fieldId: string): string | null {
  return errors.find((error) => error.fieldId === fieldId)?.message ?? null;
}
