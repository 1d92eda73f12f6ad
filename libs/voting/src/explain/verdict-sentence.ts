import { moneyLeft } from './money-left.js';
import type { Outcome, ProjectOutcome, Reason, RoundRecord } from '../model/outcome.js';

/** How the reader's language writes money, numbers and project names. */
export interface VerdictFormat {
  /** Minor units to text: 430000 -> "£4,300". */
  readonly money: (minor: number) => string;
  readonly number?: (value: number) => string;
  /** Project id to its title; the id itself when absent. */
  readonly project?: (id: string) => string;
}

/**
 * Why a project was funded or not, as plain English. Every figure is taken from the outcome's `reason`.
 *
 * @returns one to three sentences
 * @throws Error when the outcome has no such project
 */
export function verdictSentence(outcome: Outcome, projectId: string, format: VerdictFormat): string {
  const project = outcome.projects.find(({ id }) => id === projectId);
  if (project === undefined) throw new Error(`the outcome has no project ${projectId}`);
  return sentenceFor(project.reason, project, outcome, {
    money: format.money,
    number: format.number ?? ((value) => value.toLocaleString('en-GB')),
    project: format.project ?? ((id) => `project ${id}`),
  });
}

function sentenceFor(
  reason: Reason,
  project: ProjectOutcome,
  outcome: Outcome,
  format: Required<VerdictFormat>,
): string {
  const { money, number, project: name } = format;
  switch (reason.kind) {
    case 'funded':
      return fundedSentence(outcome, reason.round, project, format);
    case 'funded-from-reserve':
      return `Funded in place ${number(reason.round)}: ${money(reason.reserveMinor)} of its cost came from the reserve.`;
    case 'part-funded':
      return `Not funded in full: it was given the last ${money(reason.grantedMinor)} and is ${money(reason.shortMinor)} short.`;
    case 'withdrawn':
      return 'Not funded: it was withdrawn after the vote.';
    case 'no-support':
      return 'Not funded: nobody voted for it.';
    case 'below-threshold':
      return `Not funded: it had ${number(reason.had)} ${reason.measure === 'votes' ? 'votes' : 'points'} and needed at least ${number(reason.needed)}.`;
    case 'conflict':
      return `Not funded: ${name(reason.withProjectId)} was funded, and only one of the two is possible.`;
    case 'dearer-than-budget':
      return `Not funded: it costs ${money(reason.shortMinor)} more than the whole budget.`;
    case 'did-not-fit':
      return `Not funded: it was ${money(reason.shortMinor)} short when its turn came, with ${money(reason.remainingMinor)} left to spend.${lacked(reason.lacked, format)}`;
    case 'count-stopped':
      return `Not funded: the count ended when ${reason.atProjectId === project.id ? 'this project' : name(reason.atProjectId)} did not fit the ${money(reason.remainingMinor)} left.${lacked(reason.lacked, format)}`;
    case 'group-cap':
      return `Not funded: it was ${money(reason.shortMinor)} over the limit of ${money(reason.capMinor)} for ${reason.group}.`;
    case 'not-eligible':
      return `Not funded: it had ${number(reason.votes)} votes and needed ${number(reason.votesNeeded)} for its cost to be considered.`;
    case 'supporters-too-few':
      return `Not funded: its ${number(reason.supporters)} supporters had ${money(reason.moneyMinor)} between them, ${money(reason.shortMinor)} less than it costs.${theRest(reason.completion, project, outcome, format)}`;
    case 'money-spent-elsewhere':
      return `Not funded: its supporters were ${money(reason.shortMinor)} short when its turn came, because their money had gone to ${spent(reason.spentOn, format)}.${theRest(reason.completion, project, outcome, format)}`;
    case 'lost-comparison':
      return 'Not funded: Equal Shares would have funded it, but more voters were better off with the most votes rule.';
    case 'not-in-best-set':
      return 'Not funded: another affordable set of projects has a larger total benefit.';
  }
}

function fundedSentence(
  outcome: Outcome,
  round: number,
  project: ProjectOutcome,
  { money, number }: Required<VerdictFormat>,
): string {
  const record = outcome.rounds.find((candidate) => candidate.round === round);
  const place = `Funded in place ${number(round)} of ${number(outcome.winners.length)}`;
  if (record?.payments === undefined) {
    const byPoints = record?.keyName === 'score' || record?.keyName === 'score-per-cost';
    const support = byPoints ? `${number(project.score)} points` : `${number(project.votes)} votes`;
    return `${place} with ${support}.${how(record)}`;
  }
  const { paidInFull, largestPaymentMinor } = record.payments;
  return `${place}: its ${number(record.supporters)} supporters paid for it together, ${number(paidInFull)} of them the full price of up to ${money(largestPaymentMinor)} each.`;
}

function how(record: RoundRecord | undefined): string {
  if (record?.phase === 'completion') return ' It was paid from money the rule had left over.';
  return record?.phase === 'leftover' ? ' It was paid from money left under the limits.' : '';
}

function lacked(
  lack: { readonly measure: 'votes' | 'score'; readonly more: number } | undefined,
  { number }: Required<VerdictFormat>,
): string {
  if (lack === undefined) return '';
  const unit = lack.measure === 'votes' ? 'vote' : 'point';
  return ` It needed ${number(lack.more)} more ${unit}${lack.more === 1 ? '' : 's'}.`;
}

/** How it came that money left over did not go to it. */
function theRest(
  left: { readonly remainingMinor: number; readonly shortMinor: number } | undefined,
  { costMinor }: ProjectOutcome,
  outcome: Outcome,
  { money }: Required<VerdictFormat>,
): string {
  if (left === undefined) {
    const unspent = moneyLeft(outcome);
    if (unspent < costMinor) return '';
    return ` In the end ${money(unspent)} was left, enough to pay for it, but this round does not fill up the rest by votes.`;
  }
  return ` When the rest was filled up by votes, ${money(left.remainingMinor)} was left: ${money(left.shortMinor)} too little.`;
}

/** At most three projects by name: the largest sums. */
function spent(
  spentOn: readonly { readonly projectId: string; readonly amountMinor: number }[],
  { money, project }: Required<VerdictFormat>,
): string {
  const named = spentOn.slice(0, 3).map((part) => `${project(part.projectId)} (${money(part.amountMinor)})`);
  const others = spentOn.length - named.length;
  if (others > 0) named.push(others === 1 ? 'one other' : `${others} others`);
  if (named.length < 2) return named.join('');
  return `${named.slice(0, -1).join(', ')} and ${named.at(-1)}`;
}
