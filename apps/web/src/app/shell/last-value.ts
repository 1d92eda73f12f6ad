import { linkedSignal, type Resource, type Signal } from '@angular/core';

/**
 * What a resource last brought, kept while it asks again (once it is known who reads, or after an act), so the page
 * does not vanish for a moment. Undefined before the first answer and after a failure.
 */
export function lastValue<T>(resource: Resource<T | undefined>): Signal<T | undefined> {
  return linkedSignal<{ value: T | undefined; failed: boolean }, T | undefined>({
    source: () => ({
      value: resource.hasValue() ? resource.value() : undefined,
      failed: resource.error() !== undefined,
    }),
    computation: ({ value, failed }, previous) => value ?? (failed ? undefined : previous?.value),
  }).asReadonly();
}
