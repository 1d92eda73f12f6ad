import type { RollSummary } from '@commonthread/ballot-protocol';

import type { UrnElection } from '../urn/urn-answers.js';

/** Whether more passes voted than were issued, or more sheets were entered than handed out. */
export function moreBallotsThanPasses(
  { styles }: RollSummary,
  { logged }: Pick<UrnElection, 'logged'>,
): boolean {
  const sum = (count: (style: RollSummary['styles'][number]) => number): number =>
    styles.reduce((total, style) => total + count(style), 0);
  return (
    logged.credentials > sum(({ online, reissued }) => online + reissued) ||
    logged.paper > sum(({ paper }) => paper)
  );
}
