import { describe, expect, it } from '@jest/globals';

import { explainLikeness } from './explain-likeness.js';
import { type Likeness, matchKeys, type PersonDetails } from './match-keys.js';

const PEPPER = 'a pepper of the tests, long enough';
const ada: PersonDetails = {
  fullName: 'Ada Mary King',
  dateOfBirth: '1980-02-29',
  home: { postcode: 'ST1 5HH', house: '14', uprn: null },
  email: 'ada@example.org',
};
const with_ = (change: Partial<PersonDetails>): PersonDetails => ({ ...ada, ...change });
const home = (change: object): PersonDetails => with_({ home: { ...ada.home, ...change } });

function alike(a: PersonDetails, b: PersonDetails, election = 'one'): Likeness[] {
  const known = new Set(matchKeys(a, 'one', PEPPER).map(({ digest }) => digest.toString('hex')));
  const found = matchKeys(b, election, PEPPER).filter(({ digest }) => known.has(digest.toString('hex')));
  return [...new Set(found.map(({ likeness }) => likeness))];
}

describe('finding one person twice', () => {
  it.each([
    ['accents, case and spaces', with_({ fullName: '  ADA   Máry king ' })],
    ['last name first', with_({ fullName: 'King, Ada Mary' })],
    ['a title', with_({ fullName: 'Dr. Ada Mary King' })],
    ['the whole first line of the address', home({ house: '14 High Street' })],
    ['a UPRN that the other entry has not', home({ uprn: '00100012345' })],
    ['plus-address and other mailbox', with_({ email: 'someone.else@example.org' })],
  ])('is certain in spite of %s', (_, other) => {
    expect(alike(ada, other)).toContain('person');
  });

  it.each([
    ['Devanagari', 'सीमा पटेल', 'सोमा पटेल'],
    ['Tamil', 'கலா', 'கலை'],
    ['Arabic with and without vowel signs', 'مُحَمَّد علي', 'محمد علي'],
  ])('is not certain of two names in %s that differ in their marks: a person looks', (_, one, other) => {
    const found = alike(with_({ fullName: one }), with_({ fullName: other }));
    expect(found).not.toContain('person');
    expect(found).toContain('birth-home');
  });

  it.each([
    ['Latin', 'Zoë Łukasz Čapek', 'Zoe Lukasz Capek'],
    ['Greek', 'Άννα Παπά', 'Αννα Παπα'],
    ['Cyrillic', 'Фёдор Иванов', 'Федор Иванов'],
    ['a joiner that only some type', 'علی\u200cرضا محمدی', 'علیرضا محمدی'],
  ])('is certain in spite of accents: %s', (_, one, other) => {
    expect(alike(with_({ fullName: one }), with_({ fullName: other }))).toContain('person');
  });

  it('is certain by the UPRN alone', () => {
    const known = home({ uprn: '100012345' });
    expect(alike(known, home({ uprn: '00100012345', house: 'The Cottage' }))).toContain('person');
  });

  it.each<[string, PersonDetails, Likeness]>([
    ['moved house', home({ postcode: 'ST4 2RR', house: '3' }), 'name-birth'],
    [
      'an initial after a move',
      with_({ fullName: 'A. King', home: { ...ada.home, house: '3' } }),
      'initial-birth',
    ],
    ['a married name, or a twin', with_({ fullName: 'Ada Lovelace' }), 'birth-home'],
    ['another date of birth', with_({ dateOfBirth: '1980-02-28' }), 'name-home'],
    [
      'a plus-address',
      {
        ...ada,
        fullName: 'B Z',
        dateOfBirth: '1999-01-01',
        home: { ...ada.home, house: '9' },
        email: 'ADA+2@example.org',
      },
      'mailbox',
    ],
  ])('has a doubt about %s', (_, other, likeness) => {
    const found = alike(ada, other);
    expect(found).toContain(likeness);
    expect(found).not.toContain('person');
    expect(explainLikeness(new Set(found)).length).toBeGreaterThan(0);
  });

  it('tells flats, houses with letters and named houses apart', () => {
    expect(alike(home({ house: 'Flat 2, 14' }), home({ house: '14 flat 2' }))).toContain('person');
    expect(alike(home({ house: '14a' }), home({ house: '14 A' }))).toContain('person');
    expect(alike(home({ house: '14a' }), home({ house: '14' }))).not.toContain('person');
    expect(alike(home({ house: 'Rose Cottage' }), home({ house: 'rose cottage' }))).toContain('person');
  });

  it('cannot join two elections, nor be guessed without the pepper', () => {
    expect(alike(ada, ada, 'two')).toEqual([]);
    const other = matchKeys(ada, 'one', 'another pepper of more than 32 characters')[0]?.digest;
    expect(matchKeys(ada, 'one', PEPPER)[0]?.digest).not.toEqual(other);
  });

  it('keeps apart parts that would run together', () => {
    const a = with_({ fullName: 'Ada King', home: { ...ada.home, house: '1', postcode: 'ST1 5HH' } });
    const b = with_({ fullName: 'Ada', home: { ...ada.home, house: '1', postcode: 'King ST1 5HH' } });
    expect(alike(a, b)).not.toContain('person');
  });

  it('has nothing to compare in an empty name or house', () => {
    expect(matchKeys(with_({ fullName: '??' }), 'one', PEPPER)).toEqual([]);
    expect(matchKeys(home({ house: '-' }), 'one', PEPPER)).toEqual([]);
  });
});
