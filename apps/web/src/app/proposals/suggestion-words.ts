import { formatDay } from '@commonthread/govuk';
import type { Suggestion } from './together-api.js';

/** What is suggested, as a heading. */
export function suggestionTitle({ kind, proposal, into }: Suggestion): string {
  return kind === 'merge' && into
    ? $localize`Join proposal ${proposal.number}:number: with proposal ${into.number}:into:?`
    : $localize`Split proposal ${proposal.number}:number: into several?`;
}

/** How it stands, in one sentence. */
export function suggestionStand(
  { state, consent, closedReason, answerBy }: Suggestion,
  locale: string,
): string {
  const { agreed, of } = consent;
  switch (state) {
    case 'open':
      return $localize`${agreed}:agreed: of ${of}:authors: authors agreed. All have to, by ${formatDay(answerBy, locale)}:day:.`;
    case 'done':
      return $localize`It was done: everybody whose consent it needed had given it.`;
    case 'declined':
      return $localize`It was not done: an author did not agree.`;
    case 'cancelled':
      return $localize`It was taken back. Reason: ${closedReason ?? ''}:reason:`;
    case 'lapsed':
      return $localize`It was not done: ${closedReason ?? ''}:reason:`;
    case 'undone':
      return $localize`It was done and undone again. Reason: ${closedReason ?? ''}:reason:`;
  }
}

/** Those who cannot be asked, if there are any. */
export function goneWords({ consent: { gone, goneCountsFrom } }: Suggestion, locale: string): string | null {
  if (gone === 0) return null;
  const day = formatDay(goneCountsFrom, locale);
  return gone === 1
    ? $localize`One author’s account is closed and cannot be asked. From ${day}:day: this counts as consent.`
    : $localize`The accounts of ${gone}:number: authors are closed and cannot be asked. From ${day}:day: this counts as consent.`;
}

/** What becomes of support. */
export function togetherWords({ supportersTogether, kind, proposal }: Suggestion): string {
  if (kind === 'split')
    return $localize`Whoever supports proposal ${proposal.number}:number: goes on supporting its first part. The other parts begin without support; followers follow all of them.`;
  return supportersTogether === 1
    ? $localize`Together they have 1 supporter.`
    : $localize`Together they have ${supportersTogether ?? 0}:number: supporters: who supports both counts once, and authors do not count.`;
}
