import { formatCount } from '@commonthread/govuk';
import type { Api } from '@commonthread/api-client';

type Round = Api<'RoundSummaryDto'>;
type Count = Api<'CountDto'>;

/** One thing that waits for an officer, with the page where it is done. */
export interface Task {
  readonly what: string;
  /** What it is about: a round, a decision. */
  readonly about: string;
  readonly link: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Why this reader can do nothing about it, where that is so. */
  readonly note: string | null;
}

export function draftTask(round: Round): Task {
  return {
    what: $localize`Finish the draft and open it`,
    about: round.title,
    link: `/office/rounds/${round.slug}`,
    note: null,
  };
}

/** What the reviews ask for, the most pressing first; nobody is sent to an empty list. */
export function reviewTasks(tabs: readonly Api<'TabCountDto'>[], locale: string): Task[] {
  return REVIEW_TASKS.flatMap(({ tab, what }) => {
    const count = tabs.find((one) => one.tab === tab)?.count ?? 0;
    if (count === 0) return [];
    const about =
      count === 1 ? $localize`1 proposal` : $localize`${formatCount(count, locale)}:number: proposals`;
    return [{ what, about, link: '/office/reviews', query: { tab }, note: null }];
  });
}

const REVIEW_TASKS = [
  { tab: 'overdue', what: $localize`Reviews are overdue` },
  { tab: 'appeals', what: $localize`Appeals wait for a decision` },
  { tab: 'to-sign', what: $localize`Letters wait for a second signature` },
  { tab: 'to-decide', what: $localize`Verdicts can be confirmed` },
  { tab: 'due-this-week', what: $localize`Reviews are due this week` },
  { tab: 'mine', what: $localize`Your department is asked` },
  { tab: 'new', what: $localize`Take proposals into review` },
] as const;

/** What the counts of a round still undecided ask for next; imported ones need no decision here. */
export function countTask(round: Round, counts: readonly Count[]): Task | null {
  const task = (what: string, note: string | null = null, page = 'count'): Task => ({
    what,
    about: round.title,
    link: `/office/rounds/${round.slug}/${page}`,
    note,
  });
  const has = (...states: Count['state'][]): Count | undefined =>
    counts.find((count) => states.includes(count.state));
  if (has('published') && round.imported) return null;
  if (has('published', 'signed-off'))
    return task($localize`Decide, and publish the outcome`, null, 'publish');
  const run = has('run');
  if (run) return task($localize`Sign the count`, blockedNote(run));
  if (has('running', 'queued')) return task($localize`A count is under way`);
  return round.ballots === null
    ? task($localize`Count the votes`, $localize`No ballots have come in yet.`)
    : task($localize`Count the votes`);
}

function blockedNote({ mine }: Count): string | null {
  return mine && !mine.maySign ? mine.why : null;
}

/** An outcome that one officer wants published and another has to look at. */
export function outcomeTask({ roundSlug, roundTitle, proposed }: Api<'WaitingOutcomeDto'>): Task {
  return {
    what: proposed.mine
      ? $localize`An outcome waits for another officer`
      : $localize`Look at an outcome and publish it`,
    about: roundTitle,
    link: `/office/rounds/${roundSlug}/publish`,
    note: proposed.stale
      ? $localize`Something has changed since it was proposed.`
      : proposed.mine
        ? $localize`You proposed it.`
        : $localize`Proposed by ${proposed.by}:officer:.`,
  };
}

export function decisionTask(decision: Api<'DecisionSummaryDto'>): Task {
  return {
    what: $localize`Finish the decision, and publish the outcome`,
    about: `${decision.number}: ${decision.title}`,
    link: `/office/decisions/${decision.number}`,
    note: null,
  };
}

/** An import that is still running, or that was refused. */
export function importTask(run: Api<'ImportDto'>): Task | null {
  if (run.state === 'done') return null;
  const refused = run.state === 'refused' || run.state === 'failed';
  return {
    what: refused ? $localize`An import was refused: see why` : $localize`An import is under way`,
    about: run.fileName,
    link: `/office/imports/${run.id}`,
    note: null,
  };
}
