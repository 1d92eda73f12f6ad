import type { Api } from '@commonthread/api-client';
import type { Role } from '../shell/session/session.js';
import { MAY_OPEN, type OfficePath } from './office-pages.js';

/** Whether the reader holds one of the roles. */
export type Holds = (...roles: readonly Role[]) => boolean;

export interface MenuLink {
  readonly label: string;
  readonly link: string;
  readonly exact?: boolean;
}

const SECTIONS: readonly { readonly path: OfficePath; readonly label: string }[] = [
  { path: 'reviews', label: $localize`Reviews` },
  { path: 'moderation', label: $localize`Moderation` },
  { path: 'rounds/new', label: $localize`Set up a round` },
  { path: 'delivery', label: $localize`Delivery` },
  { path: 'imports', label: $localize`Imports` },
  { path: 'listening', label: $localize`Listening` },
  { path: 'departments', label: $localize`Departments` },
  { path: 'postcodes', label: $localize`Postcodes` },
  { path: 'mails', label: $localize`Mails` },
  { path: 'roles', label: $localize`Roles` },
  { path: 'audit', label: $localize`Audit log` },
];

/** The parts of the office that the reader's roles open. */
export function officeMenu(holds: Holds): MenuLink[] {
  return [
    { label: $localize`What is waiting`, link: '/office', exact: true },
    ...SECTIONS.filter(({ path }) => holds(...MAY_OPEN[path])).map(({ path, label }) => ({
      label,
      link: `/office/${path}`,
    })),
  ];
}

type Round = Api<'RoundSummaryDto'>;

const VOTED: readonly Round['state'][] = ['voting', 'counting', 'decided', 'delivering', 'closed'];
const COUNTED = VOTED.slice(1);

const PAGES_OF_ROUND: readonly {
  readonly path: OfficePath;
  readonly label: string;
  readonly has: (round: Round) => boolean;
}[] = [
  {
    path: 'rounds/:slug/roll/table',
    label: $localize`At the table: hand out paper ballots`,
    has: ({ state, imported }) => state === 'voting' && !imported,
  },
  {
    path: 'rounds/:slug/roll',
    label: $localize`The list of voters`,
    has: ({ state, imported }) => !imported && (VOTED.includes(state) || ['ideas', 'review'].includes(state)),
  },
  {
    path: 'rounds/:slug/paper',
    label: $localize`Paper ballots`,
    has: ({ state, imported }) => VOTED.includes(state) && !imported,
  },
  {
    path: 'rounds/:slug/vote',
    label: $localize`The vote`,
    has: ({ state, imported }) => VOTED.includes(state) && !imported,
  },
  { path: 'rounds/:slug/count', label: $localize`The count`, has: ({ state }) => COUNTED.includes(state) },
  {
    path: 'rounds/:slug/publish',
    label: $localize`The outcome`,
    has: ({ state }) => COUNTED.includes(state),
  },
];

/**
 * What a reader's roles open of a round. Whoever runs it finds everything on its own page, and here only what is done
 * away from the desk.
 */
export function pagesOfRound(round: Round, holds: Holds): MenuLink[] {
  const runsIt = holds(...MAY_OPEN['rounds/:slug']);
  return PAGES_OF_ROUND.filter(({ path, has }) => has(round) && holds(...MAY_OPEN[path]))
    .filter(({ path }) => !runsIt || path === 'rounds/:slug/roll/table')
    .map(({ path, label }) => ({ label, link: `/office/${path.replace(':slug', round.slug)}` }));
}
