import type { Fate } from '../../contributions/index.js';
import type { Because } from '../notice.js';

/** As a mail says it, after a title. */
export const FATE_WORDS: Readonly<Record<Fate, string>> = {
  'looked-at-again': 'is being looked at again',
  'changes-asked': 'changes were asked for',
  accepted: 'accepted for the ballot',
  'not-taken-forward': 'not taken forward',
  funded: 'funded',
  'not-funded': 'not funded',
  'in-delivery': 'work has begun',
  slipped: 'a date has slipped',
  news: 'there is news of the work',
  delivered: 'delivered',
  stopped: 'stopped',
  withdrawn: 'withdrawn by whoever put it forward',
  merged: 'joined with another proposal',
  decided: 'the vote is decided',
  cancelled: 'the round was called off',
};

export const BECAUSE_WORDS: Readonly<Record<Because, string>> = {
  author: 'You put this forward.',
  support: 'You supported this.',
  comment: 'You commented on this.',
  vote: 'You took part in this vote.',
  follow: 'You follow this.',
};
