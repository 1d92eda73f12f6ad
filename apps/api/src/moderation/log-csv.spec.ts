import { describe, expect, it } from '@jest/globals';

import { logCsv } from './log-csv.js';

const line = {
  number: 7,
  decidedOn: '2026-11-25',
  kind: 'comment' as const,
  place: 'Stoke-on-Trent',
  origin: 'reports' as const,
  act: 'hide' as const,
  rule: 'spam' as const,
  reason: 'It sells something.',
  appeal: 'none' as const,
};

describe('the log as a table', () => {
  it('has a line for each decision', () => {
    expect(logCsv([line]).split('\r\n')).toEqual([
      'case,decided on,kind,place,looked at because,decision,rule,reason,appeal',
      '7,2026-11-25,comment,Stoke-on-Trent,reports,hide,spam,It sells something.,none',
      '',
    ]);
  });

  it.each([
    ['a "quoted", longer\nreason', '"a ""quoted"", longer\nreason"'],
    ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
    ['@SUM(1)', "'@SUM(1)"],
  ])('writes %j so that it is read as text', (reason, cell) => {
    expect(logCsv([{ ...line, reason }])).toContain(`,spam,${cell},none`);
  });
});
