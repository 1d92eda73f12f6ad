/** RFC 9457 problem document. `title` is the stable code that clients translate. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly [param: string]: unknown;
}

export function problem(
  status: number,
  code: string,
  detail: string,
  params: Readonly<Record<string, unknown>> = {},
): Problem {
  return { ...params, type: `urn:commonthread:${code}`, title: code, status, detail };
}
