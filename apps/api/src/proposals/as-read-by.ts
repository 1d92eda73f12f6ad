import type { CurrentUser } from '../identity/index.js';
import type { Comment } from './contributions.repository.js';
import type { Proposal } from './proposal.js';

/** The words of what a moderator has hidden are for its author alone; everybody else reads why. */
export function asReadBy(user: CurrentUser | undefined, proposal: Proposal): Proposal {
  if (proposal.shown !== 'hidden' || isAuthor(user, proposal)) return proposal;
  return {
    ...proposal,
    title: proposal.shownTitle,
    summary: '',
    body: '',
    latitude: null,
    longitude: null,
  };
}

export function commentAsReadBy(user: CurrentUser | undefined, comment: Comment): Comment {
  return comment.shown !== 'hidden' || isAuthor(user, comment) ? comment : { ...comment, text: '' };
}

const isAuthor = (user: CurrentUser | undefined, { authorId }: { authorId: string | null }): boolean =>
  user !== undefined && authorId === user.id;
