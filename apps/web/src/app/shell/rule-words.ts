import type { Api } from '@commonthread/api-client';

type Round = Api<'RoundDto'>;
type Eligibility = Round['eligibility'];

/** "People aged 16 or over who live, work or study in Stoke-on-Trent and are on the list of voters." */
export function whoMayVote({ minimumAge, connections }: Eligibility, place: string): string {
  const names: Readonly<Record<Eligibility['connections'][number], string>> = {
    live: $localize`live`,
    work: $localize`work`,
    study: $localize`study`,
  };
  const verbs = connections.map((connection) => names[connection]);
  const ties =
    verbs.length > 1
      ? $localize`${verbs.slice(0, -1).join(', ')}:first: or ${verbs.at(-1)!}:last:`
      : (verbs[0] ?? names.live);
  return minimumAge > 0
    ? $localize`People aged ${minimumAge}:age: or over who ${ties}:ties: in ${place}:place: and are on the list of voters.`
    : $localize`People of any age who ${ties}:ties: in ${place}:place: and are on the list of voters.`;
}

/** "people aged 16 or over" */
export const whoIsOldEnough = ({ minimumAge }: Eligibility): string =>
  minimumAge > 0 ? $localize`people aged ${minimumAge}:age: or over` : $localize`people of any age`;

/** What is done with a ballot paper of this style, in one sentence. */
export function howToMarkIt(
  round: Pick<Round, 'ballotStyle' | 'minChoices' | 'maxChoices' | 'pointsPerBallot'>,
): string {
  const { minChoices: least, maxChoices: most, pointsPerBallot: points } = round;
  const howMany =
    most !== null
      ? least !== null && least > 1
        ? $localize`between ${least}:least: and ${most}:most: projects`
        : $localize`up to ${most}:most: projects`
      : least !== null && least > 1
        ? $localize`at least ${least}:least: projects`
        : $localize`as many projects as you like`;
  switch (round.ballotStyle) {
    case 'approval':
      return $localize`You tick the projects you are for: ${howMany}:howMany:. Each tick counts the same.`;
    case 'knapsack':
      return $localize`You fill a basket with projects, as long as what they cost together fits the budget.`;
    case 'ranked':
      return $localize`You put projects in order, the one you want most first: ${howMany}:howMany:.`;
    case 'points':
      return points === null
        ? $localize`You give points to projects, more to those you want more.`
        : $localize`You share out ${points}:points: points among projects, more to those you want more.`;
    case 'choose-1':
      return $localize`You choose one project.`;
  }
}
