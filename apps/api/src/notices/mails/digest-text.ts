import type { Notice } from '../notice.js';
import { BECAUSE_WORDS, FATE_WORDS } from './fate-words.js';

export interface Digest {
  readonly notices: readonly Notice[];
  /** Under 18: such a mail says only that there is news. */
  readonly young: boolean;
  /** Without a trailing slash. */
  readonly publicUrl: string;
  /** The page with the one button. */
  readonly stopUrl: string;
}

const MOST_SHOWN = 30;

/**
 * One mail for everything a person has not been told yet. Of other people's words only titles and reasons stand in
 * it, on one line and without addresses to follow.
 */
export function digestText(digest: Digest): { subject: string; text: string } {
  const { notices, young, publicUrl, stopUrl } = digest;
  const news = `${publicUrl}/account/news`;
  const stop = ['To get no more of these e-mails, open this page and press the button:', stopUrl];
  if (young) {
    return {
      subject: 'There is news',
      text: paragraphs(['There is news for you on Common Thread. Sign in to read it:', news, ...stop]),
    };
  }
  const shown = notices.slice(0, MOST_SHOWN);
  const more = notices.length - shown.length;
  return {
    subject:
      notices.length === 1
        ? 'News of something you took part in'
        : `${notices.length} pieces of news for you`,
    text: paragraphs([
      'This has become of what you took part in:',
      ...shown.flatMap((notice) => told(notice, publicUrl)),
      ...(more > 0 ? [`And ${more} more. All of it:`] : ['All of it, and how often you want to hear:']),
      news,
      ...stop,
    ]),
  };
}

function told({ fate, because, reason, letter, ...of }: Notice, publicUrl: string): string[] {
  const title = oneLine(of.proposalTitle ?? of.roundTitle);
  if (letter) {
    const { opening, reason: why, next, questions } = letter;
    return [
      ...[`${title}: ${FATE_WORDS[fate]}.`, opening, why, ...next].map(oneLine),
      questions,
      `${publicUrl}/proposals/${of.proposalNumber}/decision-letter`,
    ];
  }
  return [
    `${title}: ${FATE_WORDS[fate]}.${reason ? ` The reason: ${oneLine(reason)}` : ''}`,
    BECAUSE_WORDS[because],
    `${publicUrl}${pathOf({ fate, ...of })}`,
  ];
}

function pathOf(of: Pick<Notice, 'fate' | 'proposalNumber' | 'decisionNumber' | 'roundSlug'>): string {
  if (of.proposalNumber !== null) return `/proposals/${of.proposalNumber}`;
  if (of.fate === 'decided' && of.decisionNumber) return `/decisions/${of.decisionNumber}`;
  return `/rounds/${of.roundSlug}`;
}

/** Nobody can make us send an address of theirs, nor lines that look like ours. */
function oneLine(text: string): string {
  return text
    .replace(/\b(?:[a-z][a-z0-9+.-]*:\/\/|www\.)\S+/gi, '(address left out)')
    .replace(/\s+/g, ' ')
    .trim();
}

const paragraphs = (lines: readonly string[]): string => `${lines.join('\n\n')}\n`;
