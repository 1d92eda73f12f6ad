import { visibleLine } from '@commonthread/kernel';

import type { DetailFault } from '../detail-fault.js';
import { holdsLink } from './holds-link.js';

const SHORTEST = 2;
const LONGEST = 60;

/** Control, format (zero-width, bidi override), private, unassigned; line separators; blank-looking letters. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}\u034F\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0]/u;
/** No script stacks more marks than this on one letter. */
const PILED_MARKS = /\p{M}{5,}/u;

/**
 * Characters that pass for a Latin letter, by what they look like. The frequent part of Unicode's confusables
 * (UTS #39) for the letters of the reserved names; not the whole table.
 */
const LOOKS_LIKE: Readonly<Record<string, string>> = {
  ...looks('a', 'аαɑ4@∂'),
  ...looks('c', 'сϲᴄς'),
  ...looks('d', 'ԁđժ'),
  ...looks('e', 'еεєҽ3€'),
  ...looks('f', 'ƒғ'),
  ...looks('h', 'һհн'),
  ...looks('l', 'iіιıɩӏ1|!lاן'),
  ...looks('m', 'мṃ'),
  ...looks('n', 'ոηпп'),
  ...looks('o', 'оοσօ0øө๐'),
  ...looks('r', 'гᴦʀя'),
  ...looks('s', 'ѕ5$ꜱ'),
  ...looks('t', 'тτ7+'),
  ...looks('u', 'υսцʋ'),
};

const RESERVED = ['council officer', 'moderator', 'administrator', 'common thread'].map(skeleton);

/** @returns the name as it is kept (NFC, single spaces), or what is wrong with it */
export function readDisplayName(entered: string): string | DetailFault {
  const name = visibleLine(entered).normalize('NFC');
  // Joiners stand only where a script needs them by now.
  if (UNSEEN.test(name.replace(/[\u200C\u200D]/g, '')) || PILED_MARKS.test(name)) {
    return fault('identity.display-name-unseen', 'Use only letters and signs that can be seen.');
  }
  const length = [...name].length;
  if (length < SHORTEST || length > LONGEST || !/\p{L}/u.test(name)) {
    return fault('identity.display-name-length', `Enter a name of ${SHORTEST} to ${LONGEST} characters.`);
  }
  if (holdsLink(name)) return fault('identity.display-name-link', 'Use a name, not an address.');
  const looks = skeleton(name);
  if (RESERVED.some((reserved) => looks.includes(reserved))) {
    return fault(
      'identity.display-name-reserved',
      'Choose a name that cannot be mistaken for a member of staff.',
    );
  }
  return name;
}

/** What a hasty reader sees: accents, case, spacing and look-alike letters are gone. */
function skeleton(text: string): string {
  const seen = [...text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()]
    .map((letter) => LOOKS_LIKE[letter] ?? letter)
    .join('');
  return seen
    .replace(/[^a-z]/g, '')
    .replace(/rn/g, 'm')
    .replace(/vv/g, 'w');
}

function looks(like: string, letters: string): Record<string, string> {
  return Object.fromEntries([...letters].map((letter) => [letter, like]));
}

function fault(code: string, message: string): DetailFault {
  return { field: 'displayName', code, message };
}
