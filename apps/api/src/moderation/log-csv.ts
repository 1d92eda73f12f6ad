import type { Readable } from 'node:stream';

import { csvOf, type CsvOptions } from '../platform/tables/index.js';
import type { LogLine } from './cases.repository.js';

const HEAD = [
  'case',
  'decided on',
  'kind',
  'place',
  'looked at because',
  'decision',
  'rule',
  'reason',
  'appeal',
];

/** The public log as a table. */
export function logCsv(lines: readonly LogLine[], options: CsvOptions): Readable {
  const rows = lines.map(({ number, decidedOn, kind, place, origin, act, rule, reason, appeal }) => [
    number,
    decidedOn,
    kind,
    place,
    origin,
    act,
    rule ?? '',
    reason,
    appeal,
  ]);
  return csvOf(HEAD, rows, options);
}
