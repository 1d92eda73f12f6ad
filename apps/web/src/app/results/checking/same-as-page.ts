import type { Api } from '@commonthread/api-client';
import type { Result } from '@commonthread/ballot-protocol';

/** Whether a page of results says what a published result says: how many voted, every project's votes, and who won. */
export function isSameAsPage(page: Api<'ResultsDto'>, { styles }: Result): boolean {
  const ballots = styles.reduce((sum, style) => sum + style.ballots, 0);
  const winners = new Set(styles.flatMap((style) => style.winners));
  const votes = new Map<string, number>();
  for (const { id, votes: more } of styles.flatMap((style) => style.projects)) {
    votes.set(id, (votes.get(id) ?? 0) + more);
  }
  return (
    page.voters === ballots &&
    page.projects.length === votes.size &&
    page.projects.every((project) => {
      const { ballotId, funded } = project;
      return votes.get(ballotId) === project.votes && winners.has(ballotId) === funded;
    })
  );
}
