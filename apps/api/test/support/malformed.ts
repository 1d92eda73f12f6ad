import type { OpenAPIObject } from '@nestjs/swagger';
import fc from 'fast-check';

import { type Json, resolved, type Route, sample, type Schema } from './routes.js';

/** A request that is wrong somewhere; `body` is sent as it stands. */
export interface Malformed {
  readonly values: Readonly<Record<string, string>>;
  readonly query: readonly (readonly [string, string])[];
  readonly body: string | undefined;
  readonly contentType: string;
}

/** What programs and people who test limits send, each known to have broken something somewhere. */
const NASTY_TEXT = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    'a\u0000b',
    '\ud800',
    '\u202emoor',
    '%00',
    '%',
    '../../etc/passwd',
    "'; DROP TABLE people; --",
    '${7*7}{{7*7}}',
    '<script>canary()</script>',
    '9999-99-99',
    '0000-00-00T00:00:00Z',
    '+275760-09-13T00:00:00.001Z',
    '-271821-04-20T00:00:00.000Z',
    '1e309',
    'NaN',
    '99999999999999999999',
    '-1',
    'null',
    '[object Object]',
    '\r\nset-cookie: a=b',
    'x'.repeat(5_000),
    '00000000-0000-0000-0000-000000000000',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
);
const NASTY_NUMBER = fc.constantFrom(
  -1,
  0,
  0.1,
  -0.5,
  2 ** 31,
  2 ** 53,
  2 ** 63,
  1e21,
  1e308,
  -(2 ** 63),
  Number.MIN_VALUE,
);
const NASTY: fc.Arbitrary<Json> = fc.oneof(
  NASTY_TEXT,
  NASTY_NUMBER,
  fc.constantFrom<Json>(null, true, false, [], {}, [[[[]]]], [null], {
    constructor: { prototype: { polluted: true } },
  }),
  fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>,
);
const NASTY_BODY = fc.constantFrom(
  '',
  '{',
  'null',
  '[]',
  '"text"',
  '1e309',
  '{"__proto__":{"polluted":true}}',
  `${'['.repeat(10_000)}${']'.repeat(10_000)}`,
  '{"a":1,"a":2}',
  '\ufeff{}',
);

/** Requests of one route: what it takes, with one thing or several put wrong. */
export function malformed(
  api: OpenAPIObject,
  route: Route,
  values: Readonly<Record<string, string>>,
  fields: Readonly<Record<string, Json>>,
): fc.Arbitrary<Malformed> {
  const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);
  const whole = route.body ? { ...(sample(api, route.body) as object), ...fields } : undefined;
  return fc.record({
    values: mostly(
      fc.constant(values),
      fc.record(Object.fromEntries(inPath.map((name) => [name, NASTY_TEXT]))) as fc.Arbitrary<
        Record<string, string>
      >,
    ),
    query: fc.array(
      fc.tuple(
        fc.constantFrom(...route.query.map(({ name }) => name), 'unknown', 'page', '__proto__'),
        NASTY_TEXT,
      ),
      { maxLength: 3 },
    ),
    body: route.body
      ? mostly(
          spoiled(whole as Record<string, Json>, namesOf(api, route.body)).map((one) => JSON.stringify(one)),
          NASTY_BODY,
        )
      : mostly(fc.constant(undefined), NASTY_BODY),
    contentType: mostly(
      fc.constant('application/json'),
      fc.constantFrom(
        'text/plain',
        'application/xml',
        'multipart/form-data',
        'multipart/form-data; boundary=x',
        '',
      ),
    ),
  });
}

function mostly<Kind>(usual: fc.Arbitrary<Kind>, seldom: fc.Arbitrary<Kind>): fc.Arbitrary<Kind> {
  return fc.oneof({ weight: 4, arbitrary: usual }, { weight: 1, arbitrary: seldom });
}

function namesOf(api: OpenAPIObject, schema: Schema): string[] {
  return Object.keys(resolved(api, schema).properties ?? {});
}

/** The whole body with a few fields replaced, added or left out. */
function spoiled(
  whole: Readonly<Record<string, Json>>,
  names: readonly string[],
): fc.Arbitrary<Record<string, Json>> {
  const name = fc.constantFrom(...names, 'role', 'authorId', 'constructor', '__proto__');
  const changes = fc.array(fc.tuple(name, fc.option(NASTY, { nil: undefined })), {
    minLength: 1,
    maxLength: 3,
  });
  return changes.map((all) => {
    const body = { ...whole };
    for (const [field, value] of all) {
      if (value === undefined) delete body[field];
      else
        Object.defineProperty(body, field, { value, enumerable: true, configurable: true, writable: true });
    }
    return body;
  });
}
