import { describe, expect, it } from '@jest/globals';

import { visibleLine, visibleText } from './visible-text.js';

describe('visibleText', () => {
  it.each([
    ['zero-width blanks', '\u200B\u200B\u200B\u200B\u200B'],
    ['blanks', '       '],
    ['blanks that do not break', '\u00A0\u00A0\u202F'],
    ['the blank of Braille', '\u2800'],
    ['a filler of Hangul', '\u3164\uFFA0'],
    ['joiners alone', '\u200D\u200C'],
    ['marks of direction alone', '\u200E\u200F'],
    ['ends of lines', '\n\r\n\u2028'],
    ['a soft hyphen', '\u00AD'],
    ['what nobody has assigned to anything', '\uE000'],
  ])('keeps nothing of %s', (_, text) => {
    expect([visibleText(text), visibleLine(text)]).toEqual(['', '']);
  });

  it.each([
    ['a reversal', 'pay \u202Eetov\u202C now', 'pay etov now'],
    ['isolates', '\u2067abc\u2069', 'abc'],
    ['zero-width blanks within', 'mo\u200Bderator', 'moderator'],
    ['a byte order mark', '\uFEFFtitle', 'title'],
    ['bells', 'ring\u0007', 'ring'],
    ['joiners between Latin letters', 'mod\u200Derator\u200C', 'moderator'],
    ['tags', 'a\u{E0041}b', 'ab'],
    ['ends of lines of other systems', 'one\r\ntwo\rthree\u2028four', 'one\ntwo\nthree\nfour'],
  ])('takes out %s', (_, text, kept) => {
    expect(visibleText(text)).toBe(kept);
  });

  it.each([
    ['a Persian name with a non-joiner', 'علی\u200Cرضا محمدی'],
    ['a Sinhala name with joiners', 'ශ්\u200Dරී ලාල්'],
    ['Hindi with a joiner', 'क्\u200Dष'],
    ['a family of emoji', '👩\u200D👩\u200D👧'],
    ['an astronaut of a skin', '👩🏽\u200D🚀'],
    ['a heart on fire', '❤️\u200D🔥'],
    ['the flag of Wales', '🏴\u{E0067}\u{E0062}\u{E0077}\u{E006C}\u{E0073}\u{E007F}'],
    ['Arabic with a mark of direction', 'شارع 5\u200F، ستوك'],
    ['paragraphs', 'one\n\ntwo'],
    ['Łódź, Zoë and O’Brien', 'Łódź, Zoë and O’Brien'],
  ])('leaves %s as it is', (_, text) => {
    expect(visibleText(text)).toBe(text);
  });

  it('is the same when done again', () => {
    for (const text of ['\u202E a\u200B ', '\u200Ca\u200Db', '🏴\u{E0067}x'])
      expect(visibleText(visibleText(text))).toBe(visibleText(text));
  });
});

describe('visibleLine', () => {
  it('makes one line of several, with single blanks', () => {
    expect(visibleLine(' Benches\tby\r\nthe \u00A0 canal ')).toBe('Benches by the canal');
  });
});
