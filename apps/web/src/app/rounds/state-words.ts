import { formatDay } from '@commonthread/govuk';
import { heldElsewhere } from '../shell/held-elsewhere.js';
import { untilWords } from '../shell/until.js';
import type { Round } from './rounds-api.js';

/** A link to the one thing to do next. */
export interface NextStep {
  readonly label: string;
  readonly link: string;
  readonly query?: Readonly<Record<string, string>>;
}

/** What a round's state means for the reader: never without a next step. */
export interface StateWords {
  readonly now: string;
  /** What comes after, by itself or by somebody's act. */
  readonly next: string;
  readonly action: NextStep;
}

type Phase = Round['phases'][number];

/** The state of a round in sentences with its dates. */
export function stateWords(round: Round, locale: string): StateWords {
  const phase = (kind: Phase['kind']): Phase | undefined => round.phases.find((each) => each.kind === kind);
  const day = (iso: string): string => formatDay(iso, locale);
  const since = round.stateSince ? day(round.stateSince) : null;
  const until = round.nextChangeAt ? untilWords(round.nextChangeAt, locale) : null;
  const proposals: NextStep = {
    label: $localize`Read the proposals`,
    link: '/proposals',
    query: { round: round.slug },
  };
  const paper: NextStep | null = round.paperSha256
    ? { label: $localize`See the ballot paper`, link: `/rounds/${round.slug}/ballot-paper` }
    : null;
  const outcome: NextStep | null = round.decisionNumber
    ? { label: $localize`Read the decision`, link: `/decisions/${round.decisionNumber}` }
    : round.publishedCountId
      ? { label: $localize`See the result`, link: `/rounds/${round.slug}/results` }
      : null;
  const voting = phase('voting');

  switch (round.state) {
    case 'draft':
      return {
        now: $localize`This round is a draft. Only officers can see it, and it can still be changed.`,
        next: $localize`When an officer opens it, it becomes public and its dates take effect.`,
        action: { label: $localize`Go to the office`, link: '/office' },
      };
    case 'ideas':
      return {
        now: until
          ? $localize`Open for ideas until ${until}:until:.`
          : $localize`Open for ideas. Anyone with an account can put one forward.`,
        next: voting
          ? $localize`Then officers check whether each idea can be done and what it would cost. Voting opens on ${day(voting.opensAt)}:day:.`
          : $localize`Then officers check whether each idea can be done and what it would cost.`,
        action: {
          label: $localize`Put forward an idea`,
          link: '/proposals/new',
          query: { round: round.slug },
        },
      };
    case 'review':
      return {
        now: until
          ? $localize`Officers are checking whether each idea can be done and what it would cost, until ${until}:until:.`
          : $localize`Officers are checking whether each idea can be done and what it would cost.`,
        next: voting
          ? $localize`What passes goes on the ballot paper, and voting opens on ${day(voting.opensAt)}:day:. What does not gets a reason on its page.`
          : $localize`What passes goes on the ballot paper. What does not gets a reason on its page.`,
        action: proposals,
      };
    case 'voting':
      return {
        now: until ? $localize`Voting is open until ${until}:until:.` : $localize`Voting is open.`,
        next: $localize`Then the votes are counted by the rule on this page. Two officers sign the count before it is published here, and anybody can count again.`,
        action: round.imported
          ? (paper ?? proposals)
          : { label: $localize`Vote`, link: `/rounds/${round.slug}/vote` },
      };
    case 'counting':
      if (heldElsewhere(round)) return elsewhereWords(outcome ?? paper ?? proposals);
      if (outcome) {
        return {
          now: $localize`The votes are counted. Two officers have signed the result.`,
          next: $localize`The council decides, gives its reason for every project, and tells everybody who took part. Until then anybody can check the whole count.`,
          action: outcome,
        };
      }
      return {
        now: since
          ? $localize`Voting ended on ${since}:day:. The votes are being counted.`
          : $localize`Voting has ended. The votes are being counted.`,
        next: $localize`Two officers must sign the count. Then the result is published here, with a reason for each project that won or lost.`,
        action: paper ? { ...paper, label: $localize`See what people voted on` } : proposals,
      };
    case 'decided':
      if (heldElsewhere(round)) return elsewhereWords(outcome ?? proposals);
      return {
        now: since ? $localize`Decided on ${since}:day:.` : $localize`This round has been decided.`,
        next: $localize`What was chosen is now planned and built. Each proposal’s page says how far it has come.`,
        action: outcome ?? proposals,
      };
    case 'delivering':
      return {
        now: since
          ? $localize`What was chosen has been under way since ${since}:day:.`
          : $localize`What was chosen is under way.`,
        next: $localize`Each proposal’s page says how far it has come. When the indicators are measured again, the aims of the decision are judged by them.`,
        action: outcome ?? proposals,
      };
    case 'closed':
      return {
        now: since ? $localize`This round closed on ${since}:day:.` : $localize`This round is closed.`,
        next: $localize`Its record stays here for good. Whether it worked is judged on the page of its decision.`,
        action: outcome ?? proposals,
      };
    case 'cancelled':
      return {
        now: since
          ? $localize`This round was cancelled on ${since}:day:.`
          : $localize`This round was cancelled.`,
        next: $localize`Nothing more will happen in it. Its proposals keep their pages and can be put forward again in another round.`,
        action: { label: $localize`See the other rounds`, link: '/rounds' },
      };
  }
}

const elsewhereWords = (action: NextStep): StateWords => ({
  now: $localize`This election was held elsewhere. It is shown here so that anybody can see how its votes were counted.`,
  next: $localize`Nothing more happens to it here.`,
  action,
});
