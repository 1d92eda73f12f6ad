import type { Notice } from './notices-api.js';

const SENTENCES: Readonly<Record<Notice['because'], () => string>> = {
  author: () => $localize`You put this forward.`,
  support: () => $localize`You supported this.`,
  comment: () => $localize`You commented on this.`,
  vote: () => $localize`You took part in this vote.`,
  follow: () => $localize`You follow this.`,
};

/** Why the reader is told. */
export function becauseSentence(because: Notice['because']): string {
  return SENTENCES[because]();
}
