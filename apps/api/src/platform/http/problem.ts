import type { ErrorParam } from '@commonthread/kernel';

/** One faulty field of a request body. `field` is a path such as `pots.0.amountPence`. */
export interface FieldFault {
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

/** RFC 9457 problem document. `title` is the stable code that clients translate. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly errors?: readonly FieldFault[];
  readonly [param: string]: ErrorParam | undefined | readonly FieldFault[];
}

export function problem(
  status: number,
  code: string,
  detail: string,
  params: Readonly<Record<string, unknown>> = {},
): Problem {
  return { ...params, type: `urn:commonthread:${code}`, title: code, status, detail } as Problem;
}
