import { describe, expect, it } from '@jest/globals';
import { whomToAsk } from './contact-words.js';

describe('whomToAsk', () => {
  const name = 'the participation team';
  it.each([
    ['01782 234567', 'team@council.example', 'the participation team, 01782 234567 or team@council.example'],
    ['01782 234567', null, 'the participation team, 01782 234567'],
    [null, 'team@council.example', 'the participation team, team@council.example'],
    [null, null, 'the participation team'],
  ])('%#', (phone, email, words) => expect(whomToAsk({ name, phone, email })).toBe(words));
});
