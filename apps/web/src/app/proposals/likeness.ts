import type { Similar } from './proposals-api.js';

/** Why two proposals are taken to be alike, as one line. */
export function likenessWords({ because }: Similar): string {
  const words = because.map((reason) => WORDS[reason]());
  const line = words.join(', ');
  return line.charAt(0).toUpperCase() + line.slice(1);
}

const WORDS: Readonly<Record<Similar['because'][number], () => string>> = {
  title: () => $localize`similar title`,
  words: () => $localize`many of the same words`,
  'same-place': () => $localize`same place`,
  'same-topic': () => $localize`same topic`,
};
