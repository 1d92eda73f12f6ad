import { describe, expect, it } from '@jest/globals';

import { checkComplete } from './check-complete.js';
import type { DecisionItem } from './decision.js';
import { FairnessMissing, ItemUnknown, ReasonMissing } from './decisions.errors.js';
import { withReasons } from './with-reasons.js';

const text = { title: 'T', summary: 'S', reasons: 'R', fairness: 'F', whatNext: '' };
const item = (proposalNumber: number, reason: string): DecisionItem => ({
  proposalNumber,
  reason,
  title: `Project ${proposalNumber}`,
  costPence: 100,
  votes: 1,
  chosen: false,
});

describe('checkComplete', () => {
  it('passes a decision with all its reasons', () => {
    expect(() => checkComplete(text, [item(1, 'because')])).not.toThrow();
  });

  it('names every reason that is missing at once', () => {
    const check = () => checkComplete({ ...text, reasons: '\n' }, [item(1, ''), item(2, 'because')]);

    expect(check).toThrow(ReasonMissing);
    expect(check).toThrow(
      expect.objectContaining({
        params: {
          errors: [
            { field: 'reasons', code: 'missing', message: 'Say why.' },
            { field: 'items.1.reason', code: 'missing', message: 'Say why.' },
          ],
        },
      }),
    );
  });

  it('asks for the words on fairness', () => {
    expect(() => checkComplete({ ...text, fairness: ' ' }, [])).toThrow(FairnessMissing);
  });
});

describe('withReasons', () => {
  it('changes only the reasons that are given', () => {
    expect(
      withReasons([item(1, 'a'), item(2, 'b')], [{ proposalNumber: 2, reason: 'c' }]).map(
        ({ reason }) => reason,
      ),
    ).toEqual(['a', 'c']);
  });

  it('refuses a proposal the decision is not about', () => {
    expect(() => withReasons([item(1, 'a')], [{ proposalNumber: 9, reason: 'c' }])).toThrow(ItemUnknown);
  });
});
