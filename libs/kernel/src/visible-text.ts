/** Bidirectional overrides, embeddings and isolates: they show words in another order than they are stored in. */
const REORDERING = /[\u061C\u202A-\u202E\u2066-\u2069]/g;
/** Zero-width and other signs nobody sees; joiners, and what emoji are made of, are looked at one by one. */
const UNSEEN = /[\u00AD\u180E\u200B\u2060-\u2065\u206A-\u206F\uFEFF\uFFF9-\uFFFB\p{Co}\p{Cs}]/gu;
/** Control characters but NUL, which is refused elsewhere, tab and the end of a line. */
const CONTROL = /[\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g;
/** Letters and marks of scripts in which a joiner changes how the neighbours are written. */
const JOINING =
  '\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Mandaic}\\p{Script=Mongolian}\\p{Script=Nko}\\p{Script=Phags_Pa}' +
  '\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Gurmukhi}\\p{Script=Gujarati}\\p{Script=Oriya}\\p{Script=Tamil}' +
  '\\p{Script=Telugu}\\p{Script=Kannada}\\p{Script=Malayalam}\\p{Script=Sinhala}\\p{Script=Khmer}\\p{Script=Myanmar}' +
  '\\p{Script=Tibetan}\\p{Script=Balinese}\\p{Script=Javanese}\\p{Script=Meetei_Mayek}\\p{Script=Ol_Chiki}';
const EMOJI_END = '\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\uFE0F';
/** A joiner, unless it stands between letters of a joining script, or in an emoji of several parts. */
const STRAY_JOINER = new RegExp(
  `(?<![${JOINING}\\u200D])[\\u200C\\u200D](?<!(?<=[${EMOJI_END}])\\u200D(?=\\p{Extended_Pictographic}))|[\\u200C\\u200D](?![${JOINING}\\u200C\\u200D]|\\p{Extended_Pictographic})`,
  'gu',
);
/** Tags spell the flags of England, Scotland and Wales after a black flag, and nothing else. */
const STRAY_TAGS = /(?<!\u{1F3F4}[\u{E0020}-\u{E007F}]*)[\u{E0000}-\u{E007F}]/gu;
/** What has a width and no ink: blanks of every kind, and letters that look like them. */
const BLANK =
  /[\s\p{Z}\u034F\u115F\u1160\u17B4\u17B5\u200C\u200D\u200E\u200F\u2800\u3164\uFE00-\uFE0F\uFFA0]/gu;

/**
 * A text as it is kept: nothing in it reorders words or hides, lines end in one way, and no blanks stand around it.
 *
 * @returns '' where nothing can be seen
 */
export function visibleText(entered: string): string {
  const text = entered
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(REORDERING, '')
    .replace(CONTROL, '')
    .replace(UNSEEN, '')
    .replace(STRAY_TAGS, '')
    .replace(STRAY_JOINER, '')
    .trim();
  return text.replace(BLANK, '') === '' ? '' : text;
}

/** The same on one line: a title or a name. */
export const visibleLine = (entered: string): string => visibleText(entered).replace(/[\s\p{Zs}]+/gu, ' ');
