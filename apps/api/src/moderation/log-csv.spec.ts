import { text } from 'node:stream/consumers';

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
  const table = (one: typeof line) => text(logCsv([one], { bom: false }));

  it('has a line for each decision', async () => {
    expect((await table(line)).split('\r\n')).toEqual([
      'case,decided on,kind,place,looked at because,decision,rule,reason,appeal',
      '7,2026-11-25,comment,Stoke-on-Trent,reports,hide,spam,It sells something.,none',
      '',
    ]);
  });

  it('writes a reason so that it is read as text', async () => {
    expect(await table({ ...line, reason: '=HYPERLINK("x")' })).toContain(`,spam,"'=HYPERLINK(""x"")",none`);
  });
});
