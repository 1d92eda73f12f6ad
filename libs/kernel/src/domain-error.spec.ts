import { describe, expect, it } from '@jest/globals';

import { DomainError } from './domain-error.js';

class PotEmpty extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'pot.empty';
}

describe('DomainError', () => {
  it('carries its class name, its stable code and the figures for the sentence', () => {
    const refusal = new PotEmpty('the pot is empty', { leftPence: 0 });

    expect(refusal).toBeInstanceOf(Error);
    expect([refusal.name, refusal.kind, refusal.code]).toEqual(['PotEmpty', 'conflict', 'pot.empty']);
    expect(refusal.params).toEqual({ leftPence: 0 });
  });
});
