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

export function proposalsTask(round: Round, waiting: number, locale: string): Task | null {
  if (waiting === 0) return null;
  return {
    what:
      waiting === 1
        ? $localize`Assess 1 proposal`
        : $localize`Assess ${formatCount(waiting, locale)}:number: proposals`,
    about: round.title,
    link: `/office/rounds/${round.slug}`,
    note: null,
  };
}

/** What the counts of a round still undecided ask for next; imported ones need no decision here. */
export function countTask(round: Round, counts: readonly Count[]): Task | null {
  const task = (what: string, note: string | null = null): Task => ({
    what,
    about: round.title,
    link: `/office/rounds/${round.slug}/count`,
    note,
  });
  const has = (...states: Count['state'][]): Count | undefined =>
    counts.find((count) => states.includes(count.state));
  if (has('published')) return round.imported ? null : task($localize`Write the decision`);
  const signed = has('signed-off');
  if (signed) return task($localize`Publish the signed count`, blockedNote(signed, 'mayPublish'));
  const run = has('run');
  if (run) return task($localize`Sign the count`, blockedNote(run, 'maySign'));
  if (has('running', 'queued')) return task($localize`A count is under way`);
  return round.ballots === null
    ? task($localize`Count the votes`, $localize`No ballots have come in yet.`)
    : task($localize`Count the votes`);
}

function blockedNote({ mine }: Count, may: 'maySign' | 'mayPublish'): string | null {
  return mine && !mine[may] ? mine.why : null;
}

export function decisionTask(decision: Api<'DecisionSummaryDto'>): Task {
  return {
    what: $localize`Finish the decision and publish it`,
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
