import type { Api } from '@commonthread/api-client';
import { formatCount } from '@commonthread/govuk';
import type { Outcome } from './publishing-api.js';

type Need = Outcome['needs'][number];
type Told = Api<'ToldDto'>;

export interface NeedLine {
  readonly code: Need['code'];
  readonly met: boolean;
  readonly says: string;
  /** Where it is done, and what to do there; only while it is missing. */
  readonly link: string | null;
  readonly todo: string;
}

/** The checklist in words, each missing point with the page where it is put right. */
export function needLines({ needs, roundSlug, decisionNumber }: Outcome): NeedLine[] {
  const round = `/office/rounds/${roundSlug}`;
  const count = `${round}/count`;
  const decision = decisionNumber ? `/office/decisions/${decisionNumber}` : count;
  const links: Readonly<Record<Need['code'], string>> = {
    'vote-finished': `${round}/vote`,
    'count-signed': count,
    'decision-drafted': decision,
    reasons: decision,
    aim: decision,
    letters: decision,
  };
  return needs.map(({ code, met, missing }) => ({
    code,
    met,
    ...WORDS[code](missing, decisionNumber !== null),
    link: met || (!decisionNumber && FOLLOWS.has(code)) ? null : links[code],
  }));
}

/** What is done in the decision, once there is one. */
const FOLLOWS: ReadonlySet<Need['code']> = new Set(['reasons', 'aim', 'letters']);

const WORDS: Readonly<
  Record<Need['code'], (missing: number, drafted: boolean) => { says: string; todo: string }>
> = {
  'vote-finished': () => ({
    says: $localize`The vote is finished and its export is checked`,
    todo: $localize`Finish the vote`,
  }),
  'count-signed': () => ({
    says: $localize`Two officers have signed a count by the promised rule`,
    todo: $localize`Count and sign`,
  }),
  'decision-drafted': (missing, drafted) => ({
    says:
      drafted && missing > 0
        ? $localize`The decision is written: ${missing}:missing: of its five texts still empty`
        : $localize`The decision is written: title, summary, reasons, fairness, what happens next`,
    todo: drafted ? $localize`Write what is missing` : $localize`Write the decision, below the signed count`,
  }),
  reasons: (missing, drafted) => ({
    says:
      drafted && missing > 0
        ? $localize`Every project has its own reason, chosen or not: ${missing}:missing: still without`
        : $localize`Every project has its own reason, chosen or not`,
    todo: $localize`Give the reasons`,
  }),
  aim: () => ({
    says: $localize`It names at least one indicator it is meant to move`,
    todo: $localize`Add an aim`,
  }),
  letters: (missing, drafted) => ({
    says:
      drafted && missing > 0
        ? $localize`Everybody whose project was not chosen gets an answer: ${missing}:missing: letters have no reason yet`
        : $localize`Everybody whose project was not chosen gets an answer`,
    todo: $localize`Give the reasons the letters are written from`,
  }),
};

export interface ToldLine {
  readonly kind: keyof Told;
  readonly who: string;
  readonly number: number;
}

/** Who is told, by how they took part; nobody is named. Kinds without anybody are left out. */
export function toldLines(told: Told): ToldLine[] {
  const lines: ToldLine[] = [
    { kind: 'authors', who: $localize`Authors, each of their project`, number: told.authors },
    { kind: 'coAuthors', who: $localize`Co-authors, each of their project`, number: told.coAuthors },
    {
      kind: 'supporters',
      who: $localize`Supporters, of each project they supported`,
      number: told.supporters,
    },
    { kind: 'commenters', who: $localize`People who commented`, number: told.commenters },
    { kind: 'followers', who: $localize`People who follow a project`, number: told.followers },
    {
      kind: 'voters',
      who: $localize`Voters, for having taken part: nobody knows how they voted`,
      number: told.voters,
    },
  ];
  return lines.filter(({ number }) => number > 0);
}

export const noticesIn = (told: Told): number => toldLines(told).reduce((sum, { number }) => sum + number, 0);

export interface FileLine {
  readonly address: string;
  readonly says: string;
}

export function fileLines(files: Outcome['files']): FileLine[] {
  return files.map(({ kind, address }) => ({
    address,
    says: kind === 'export' ? (address.split('/').at(-1) ?? address) : FILES[kind](),
  }));
}

const FILES: Readonly<Record<Exclude<Outcome['files'][number]['kind'], 'export'>, () => string>> = {
  ballots: () => $localize`Every ballot without names (Pabulib format)`,
  count: () => $localize`The count: rule, ballot paper, whole outcome (JSON)`,
  rounds: () => $localize`Rounds (CSV)`,
  proposals: () => $localize`Proposals, with what became of them (CSV)`,
  decisions: () => $localize`Decisions (CSV)`,
  'decided-projects': () => $localize`Projects decided on, each with its reason (CSV)`,
  aims: () => $localize`Aims of decisions (CSV)`,
  grants: () => $localize`Funded projects (360Giving)`,
};

/** "31 notices to 12 people". */
export function sentWords(told: Told, locale: string): string {
  const notices = noticesIn(told);
  const [number, people] = [formatCount(notices, locale), formatCount(told.people, locale)];
  if (told.people === 0) return $localize`Nobody with an account here took part`;
  if (notices === 1) return $localize`1 notice to 1 person`;
  return told.people === 1
    ? $localize`${number}:notices: notices to 1 person`
    : $localize`${number}:notices: notices to ${people}:people: people`;
}
