import type { Encoding } from './encodings.js';

/** Letters above ASCII that each region writes often; the rest of its code page is rare in names. */
const USUAL = {
  'windows-1252': 'àâäáåãæçèêëéìîïíñòôöóõøœùûüúÿßÀÂÄÁÅÆÇÈÊËÉÎÏÍÑÔÖÓØŒÙÛÜÚ',
  'windows-1250': 'ąćęłńóśźżáčďéěíňřšťúůýžäöüőűăâîşţôľĺŕđßĄĆĘŁŃÓŚŹŻÁČĎÉĚÍŇŘŠŤÚŮÝŽÄÖÜŐŰĂÂÎŞŢÔĽĐ',
} as const;

/** Marks that stand in ordinary text of both. */
const MARKS = '’‘“”„–—…£€§°•\u00a0«»´©®';
const MONEY = '£€';

/**
 * Which of the single-byte code pages makes the most sense of some lines. Windows-1252 when both do: it is what a
 * British spreadsheet writes.
 *
 * @returns `undefined` when neither makes sense: the file is no text, or text of another kind
 */
export function guessOf(lines: readonly Uint8Array[]): Encoding | undefined {
  const scores = (['windows-1252', 'windows-1250'] as const).map((encoding) => ({
    encoding,
    score: sense(lines, encoding),
  }));
  const best = scores.reduce((one, other) => (other.score > one.score ? other : one));
  return best.score > 0 ? best.encoding : undefined;
}

/** From -1 (nothing above ASCII makes sense) to 1. */
function sense(lines: readonly Uint8Array[], encoding: 'windows-1252' | 'windows-1250'): number {
  const decoder = new TextDecoder(encoding);
  let good = 0;
  let seen = 0;
  for (const line of lines) {
    const text = decoder.decode(line);
    for (let at = 0; at < text.length; at += 1) {
      if (text.charCodeAt(at) < 0x80) continue;
      seen += 1;
      good += weight(text, at, USUAL[encoding]);
    }
  }
  return seen === 0 ? 0 : good / seen;
}

function weight(text: string, at: number, usual: string): number {
  const letter = text[at] ?? '';
  const beforeDigits = /\d/.test(text[at + 1] ?? '');
  if (usual.includes(letter)) return fitsItsCase(text, at) && !beforeDigits ? 1 : -1;
  if (MONEY.includes(letter) && beforeDigits) return 1;
  if (MARKS.includes(letter)) return 0.5;
  // A control character, or a sign in the middle of a word: `Mieszka³a`.
  if (/\p{Cc}/u.test(letter) || /\p{L}/u.test(text[at - 1] ?? '')) return -2;
  return /\p{L}/u.test(letter) ? 0 : -0.5;
}

/** A capital within a word of small letters is a letter of another code page. */
function fitsItsCase(text: string, at: number): boolean {
  const before = text[at - 1] ?? '';
  return !(/\p{Lu}/u.test(text[at] ?? '') && /\p{Ll}/u.test(before));
}
