import { describe, expect, it } from '@jest/globals';

import { RuleSpecInvalid } from '../model/errors.js';
import { checkRuleSpec, defaultSpec } from './check-rule-spec.js';
import type { RuleName } from '../model/rule-spec.js';
import { RULES } from './rules.js';

const faultsOf = (input: unknown) => {
  try {
    checkRuleSpec(input);
  } catch (error) {
    if (error instanceof RuleSpecInvalid) return error.faults.map(({ field, fault }) => `${field} ${fault}`);
    throw error;
  }
  return [];
};

describe('checkRuleSpec', () => {
  it.each(Object.keys(RULES) as RuleName[])(
    'fills in the defaults of %s and reads its own output again',
    (rule) => {
      const spec = defaultSpec(rule);
      expect(spec).toMatchObject({ rule, version: RULES[rule].version, tie: 'min-cost', minVotes: 1 });
      expect(checkRuleSpec(JSON.parse(JSON.stringify(spec)))).toEqual(spec);
    },
  );

  it.each([
    [null, ['rule type']],
    [{}, ['rule missing']],
    [{ rule: 'borda' }, ['rule unknown']],
    [{ rule: 'toString' }, ['rule unknown']],
    [{ rule: 'greedy', version: '0.9' }, ['version version']],
    [{ rule: 'greedy', utility: 'love', onMisfit: 3 }, ['utility not-allowed', 'onMisfit type']],
    [
      { rule: 'greedy', minVotes: -1, minVotesPercent: 101 },
      ['minVotes too-small', 'minVotesPercent too-large'],
    ],
    [{ rule: 'greedy', minVotes: 1.5 }, ['minVotes type']],
    [{ rule: 'greedy', completion: 'add1' }, ['completion not-allowed']],
    [{ rule: 'greedy', categoryCaps: { park: -1 } }, ['categoryCaps type']],
    [{ rule: 'greedy', conflicts: ['a'] }, ['conflicts type']],
    [{ rule: 'phragmen', utility: 'points' }, ['utility not-allowed']],
    [{ rule: 'equal-shares', increments: 5 }, ['increments unknown']],
    [{ rule: 'equal-shares', exhaustiveStop: 'yes' }, ['exhaustiveStop type']],
    [{ rule: 'equal-shares', tie: 'lot' }, ['tieSeed missing']],
    [{ rule: 'equal-shares', tieSeed: 'x'.repeat(201) }, ['tieSeed too-large']],
  ])('refuses %j, naming every fault', (input, faults) => expect(faultsOf(input)).toEqual(faults));

  it('offers each parameter in words, with its default among the choices', () => {
    for (const { title, description, favours, params } of Object.values(RULES)) {
      for (const text of [title, description, favours]) expect(text.length).toBeGreaterThan(5);
      for (const param of params) {
        expect([param.title, param.help].every((text) => text.length > 3)).toBe(true);
        if (param.kind === 'choice') expect(param.options.map(({ value }) => value)).toContain(param.default);
      }
    }
  });
});
