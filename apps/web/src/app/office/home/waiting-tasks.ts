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
export function reviewTasks(tabs: readonly Api<'TabCountDto'>[], decides: boolean, locale: string): Task[] {
  return REVIEW_TASKS.flatMap(({ tab, what }) => {
    const count = tabs.find((one) => one.tab === tab)?.count ?? 0;
    if (count === 0) return [];
    const about =
      count === 1 ? $localize`1 proposal` : $localize`${formatCount(count, locale)}:number: proposals`;
    return [{ what, about, link: '/office/reviews', query: { tab }, note: lookOver(decides) }];
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

/** Posts that wait for a moderator, of everybody who may read them. */
export function caseTasks(cases: readonly Api<'CaseInQueueDto'>[], decides: boolean, locale: string): Task[] {
  const task = (what: string, those: readonly Api<'CaseInQueueDto'>[]): Task[] =>
    those.length === 0
      ? []
      : [
          {
            what,
            about: casesTally(those.length, locale),
            link: '/office/moderation',
            note: lookOver(decides),
          },
        ];
  const isAppeal = ({ state }: Api<'CaseInQueueDto'>): boolean => state === 'appealed';
  return [
    ...task($localize`Answer appeals of what was moderated`, cases.filter(isAppeal)),
    ...task(
      $localize`Decide about reports and new posts`,
      cases.filter((one) => !isAppeal(one)),
    ),
  ];
}

/** People who ask to be on the list of voters of a round, while they still can be. */
export function claimTask(round: Round, { waiting, frozen }: Api<'RollDto'>, decides: boolean): Task[] {
  if (waiting === 0 || frozen) return [];
  return [
    {
      what:
        waiting === 1
          ? $localize`1 person asks to be on the list of voters`
          : $localize`${waiting}:number: people ask to be on the list of voters`,
      about: round.title,
      link: `/office/rounds/${round.slug}/roll${decides ? '/claims' : ''}`,
      note: lookOver(decides),
    },
  ];
}

/** Voters whom another officer wants taken off a list, while they still can be. */
export function withdrawalTask(
  round: Round,
  { toConfirm, frozen }: Api<'RollDto'>,
  decides: boolean,
): Task[] {
  if (toConfirm === 0 || frozen) return [];
  return [
    {
      what: $localize`Voters are to be taken off a list: a second officer confirms`,
      about: round.title,
      link: `/office/rounds/${round.slug}/roll`,
      note: lookOver(decides),
    },
  ];
}

/** Lost passes that one officer wants issued again and another has to confirm. */
export function reissueTask(round: Round, asked: readonly Api<'ReissueDto'>[]): Task[] {
  const open = asked.filter(({ confirmedAt }) => confirmedAt === null);
  if (open.length === 0) return [];
  return [
    {
      what: $localize`Lost passes wait for a second officer`,
      about: round.title,
      link: `/office/rounds/${round.slug}/roll`,
      note: open.every(({ mine }) => mine) ? $localize`You asked for them.` : null,
    },
  ];
}

/** What a vote waits for: something that went wrong, another officer's word, paper that is not sealed yet. */
export function voteTasks(
  round: Round,
  { stage, office }: Api<'VotingDto'>,
  boxes: readonly Api<'PaperBatchDto'>[],
): Task[] {
  const task = (what: string, note: string | null = null, page = 'vote'): Task => ({
    what,
    about: round.title,
    link: `/office/rounds/${round.slug}/${page}`,
    note,
  });
  const unsealed = boxes.filter(({ stage }) => stage !== 'sealed').length;
  const tasks: (Task | null)[] = [
    office?.failure || office?.alarm ? task($localize`The vote needs a look`) : null,
    office?.closeAsked
      ? task($localize`Closing the vote waits for a second officer`, askedBy(office.closeAsked))
      : null,
    office?.finishAsked
      ? task($localize`Handing the vote to the count waits for a second officer`, askedBy(office.finishAsked))
      : null,
    unsealed > 0 ? task($localize`Boxes of paper ballots are not sealed yet`, null, 'paper') : null,
    stage === 'closed' && unsealed === 0 && !office?.finishAsked
      ? task($localize`Say that all paper is in, and hand the vote to the count`)
      : null,
  ];
  return tasks.filter((one) => one !== null);
}

/** Projects in an officer's care that have gone wrong or quiet, or were never begun. */
export function deliveryTasks(projects: readonly Api<'DeliverySummaryDto'>[], locale: string): Task[] {
  const task = (what: string, fits: (one: Api<'DeliverySummaryDto'>) => boolean): Task[] => {
    const count = projects.filter(fits).length;
    return count === 0
      ? []
      : [{ what, about: projectsTally(count, locale), link: '/office/delivery', note: null }];
  };
  return [
    ...task($localize`Projects are overdue`, ({ overdue }) => overdue),
    ...task($localize`Projects have been quiet for 60 days`, ({ quiet }) => quiet),
    ...task($localize`Projects have nobody named yet`, ({ state }) => state === 'funded'),
  ];
}

/** What somebody may read and others have to do. */
const lookOver = (decides: boolean): string | null =>
  decides ? null : $localize`For you to look over; others decide.`;

const askedBy = ({ mine }: { readonly mine: boolean }): string =>
  mine ? $localize`You asked for it.` : $localize`Another officer asked for it.`;

const casesTally = (count: number, locale: string): string =>
  count === 1 ? $localize`1 case` : $localize`${formatCount(count, locale)}:number: cases`;

const projectsTally = (count: number, locale: string): string =>
  count === 1 ? $localize`1 project` : $localize`${formatCount(count, locale)}:number: projects`;

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

/** Mails that the mail server has refused so far. */
export function mailTasks(all: readonly Api<'UndeliveredDto'>[], locale: string): Task[] {
  const count = all.reduce((sum, { waiting, givenUp }) => sum + waiting + givenUp, 0);
  if (count === 0) return [];
  const about = count === 1 ? $localize`1 mail` : $localize`${formatCount(count, locale)}:number: mails`;
  return [{ what: $localize`Mails do not get away`, about, link: '/office/mails', note: null }];
}
