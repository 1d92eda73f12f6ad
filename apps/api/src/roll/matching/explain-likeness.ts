import type { Likeness } from './match-keys.js';

const SENTENCES: Readonly<Record<Likeness, string>> = {
  person: 'Same name, date of birth and home: as good as certainly the same person.',
  'name-birth': 'Same name and date of birth at another home: perhaps the same person who moved.',
  'initial-birth': 'Same last name, initial and date of birth: perhaps another way to write the same name.',
  'birth-home': 'Same date of birth and home under another name: a name written differently, or a twin.',
  'name-home': 'Same name and home with another date of birth: a slip of the pen, or parent and child.',
  mailbox: 'Same e-mail mailbox: one person with two addresses, or people who share one.',
};

/** Why two entries are held to be alike, the strongest reason first; weaker ones that follow from it are left out. */
export function explainLikeness(likenesses: ReadonlySet<Likeness>): string[] {
  if (likenesses.has('person')) return [SENTENCES.person];
  const shown = (Object.keys(SENTENCES) as Likeness[]).filter((likeness) => likenesses.has(likeness));
  return shown
    .filter((likeness) => likeness !== 'initial-birth' || !likenesses.has('name-birth'))
    .map((likeness) => SENTENCES[likeness]);
}
