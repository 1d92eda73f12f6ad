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

/** The public log as a table, as RFC 4180 has it, with nothing a spreadsheet would run. */
export function logCsv(lines: readonly LogLine[]): string {
  const rows = lines.map(({ number, decidedOn, kind, place, origin, act, rule, reason, appeal }) =>
    [number, decidedOn, kind, place, origin, act, rule ?? '', reason, appeal].map(cell).join(','),
  );
  return `${[HEAD.map(cell).join(','), ...rows].join('\r\n')}\r\n`;
}

function cell(value: string | number): string {
  const text = String(value);
  const inert = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
