import { createHash } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';

import { InputsHash } from './inputs-hash.js';

describe('InputsHash', () => {
  it('hashes the paper and each ballot as canonical JSON lines', () => {
    const hash = new InputsHash({
      voteType: 'approval',
      projects: [{ id: 'b', costMinor: 100 }],
      budgetMinor: 200,
      minorPerUnit: 100,
    });
    hash.ballot({ choices: ['b'] });
    hash.ballot({ choices: [] });

    const lines =
      '{"budgetMinor":200,"minorPerUnit":100,"projects":[{"costMinor":100,"id":"b"}],"voteType":"approval"}\n' +
      '{"choices":["b"]}\n{"choices":[]}\n';
    expect(hash.hex()).toBe(createHash('sha256').update(lines).digest('hex'));
  });
});
