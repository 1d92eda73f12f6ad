import type { KeptVote } from './kept-vote.js';

const key = (vote: string): string => `ct.receipt/${vote}`;

/**
 * The receipt just given, for as long as this tab is open: a reload does not lose it, and on a shared device nothing of it
 * outlives the tab.
 */
export const tabReceipt = {
  read(voteKey: string): KeptVote | null {
    const text = sessionStorage.getItem(key(voteKey));
    return text ? (JSON.parse(text) as KeptVote) : null;
  },
  write(voteKey: string, vote: KeptVote): void {
    sessionStorage.setItem(key(voteKey), JSON.stringify(vote));
  },
  forget(voteKey: string): void {
    sessionStorage.removeItem(key(voteKey));
  },
};
