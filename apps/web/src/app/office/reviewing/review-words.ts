import type { Api } from '@commonthread/api-client';
import type { TagColour } from '@commonthread/govuk';
import type { Choice } from '@commonthread/govuk/forms';

export type Criterion = Api<'PlannedCriterionDto'>['criterion'];
type Stage = Api<'QueueItemDto'>['stage'];
type Tab = Api<'TabCountDto'>['tab'];
type Lack = Api<'MissingDto'>['what'];
type Verdict = Api<'ConfirmedVerdictDto'>['verdict'];

interface CriterionWords {
  readonly name: string;
  readonly question: string;
}

/** What is asked of every proposal, in plain questions. */
export const CRITERIA: Readonly<Record<Criterion, CriterionWords>> = {
  'legal-power': {
    name: $localize`Power to do it`,
    question: $localize`May the council do this at all, or have it done?`,
  },
  land: {
    name: $localize`Land and buildings`,
    question: $localize`Is the land or building the council’s, or will its owner agree?`,
  },
  cost: {
    name: $localize`What it costs`,
    question: $localize`Is it clear what making it costs, and does the round have the money?`,
  },
  'running-cost': {
    name: $localize`Keeping it going`,
    question: $localize`Is it clear what keeping it going costs each year, and who pays?`,
  },
  equality: {
    name: $localize`Fair to everybody`,
    question: $localize`Can everybody use it, and is nobody left worse off?`,
  },
  safety: {
    name: $localize`Safety`,
    question: $localize`Can it be made and used safely, for children too?`,
  },
  deliverability: {
    name: $localize`Getting it done`,
    question: $localize`Can it be done within the time of the round, by somebody we know?`,
  },
};

export const ANSWERS: readonly Choice[] = [
  { value: 'met', label: $localize`Yes` },
  { value: 'met-if-changed', label: $localize`Yes, if something changes` },
  { value: 'not-met', label: $localize`No` },
  { value: 'not-sure', label: $localize`Not sure yet` },
];

export const REASONS: readonly Choice[] = [
  { value: '', label: $localize`Choose` },
  { value: 'outside-powers', label: $localize`Outside the council’s powers` },
  { value: 'not-council-land', label: $localize`Not the council’s land or building` },
  { value: 'costs-too-much', label: $localize`Costs more than the round has` },
  { value: 'no-upkeep', label: $localize`Nobody could keep it going` },
  { value: 'treats-people-unequally', label: $localize`Leaves some people worse off` },
  { value: 'not-safe', label: $localize`Cannot be made safe` },
  { value: 'cannot-be-done-in-time', label: $localize`Cannot be done in time` },
  { value: 'already-planned', label: $localize`Planned or done already` },
  { value: 'outside-the-round', label: $localize`Outside what this round is for` },
  { value: 'other', label: $localize`Something else` },
];

export function answerName(answer: string | null): string {
  return ANSWERS.find(({ value }) => value === answer)?.label ?? $localize`Not answered yet`;
}

export const TABS: readonly { readonly tab: Tab; readonly label: string }[] = [
  { tab: 'new', label: $localize`New` },
  { tab: 'overdue', label: $localize`Overdue` },
  { tab: 'due-this-week', label: $localize`Due this week` },
  { tab: 'mine', label: $localize`My department` },
  { tab: 'to-decide', label: $localize`To decide` },
  { tab: 'to-sign', label: $localize`Second signature` },
  { tab: 'appeals', label: $localize`Appeals` },
  { tab: 'all', label: $localize`All` },
];

const STAGES: Readonly<Record<Stage, { readonly name: string; readonly colour: TagColour }>> = {
  new: { name: $localize`New`, colour: 'blue' },
  answering: { name: $localize`Being answered`, colour: 'yellow' },
  'to-decide': { name: $localize`To decide`, colour: 'orange' },
  'to-sign': { name: $localize`Second signature`, colour: 'purple' },
  closed: { name: $localize`Answered`, colour: 'grey' },
};
export const stageName = (stage: Stage): string => STAGES[stage].name;
export const stageColour = (stage: Stage): TagColour => STAGES[stage].colour;

export const LACKS: Readonly<Record<Lack, string>> = {
  answer: $localize`no answer yet`,
  certainty: $localize`somebody has to find out first`,
  words: $localize`say why, in a sentence`,
  'reason-code': $localize`choose what the reason is about`,
  finish: $localize`answered, but not finished`,
  cost: $localize`the cost for the ballot paper is missing`,
};

const VERDICTS: Readonly<Record<Verdict, { readonly name: string; readonly colour: TagColour }>> = {
  accepted: { name: $localize`Accept it for the ballot`, colour: 'green' },
  'changes-asked': { name: $localize`Ask for changes`, colour: 'orange' },
  'not-taken-forward': { name: $localize`Do not take it forward`, colour: 'red' },
};
export const verdictName = (verdict: Verdict): string => VERDICTS[verdict].name;
export const verdictColour = (verdict: Verdict): TagColour => VERDICTS[verdict].colour;
