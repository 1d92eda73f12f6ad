import { describe, expect, it } from '@jest/globals';

import { reachesSomebody } from './spoken.js';

describe('reachesSomebody', () => {
  it.each([
    ['an e-mail address', 'Write to ann@mail.example about it'],
    ['a telephone number', 'Call 01782 234 234 after five'],
    ['a web address', 'See www.mine.example for more'],
    ['a postcode', 'I live at ST1 4JH and it floods'],
  ])('sees %s', (_, said) => {
    expect(reachesSomebody(said)).toBe(true);
  });

  it.each([
    'The 21 bus has not come since 2019',
    'Two benches by gate 4 would do',
    'The park closes at 6pm in May',
  ])('lets pass: %s', (said) => {
    expect(reachesSomebody(said)).toBe(false);
  });
});
