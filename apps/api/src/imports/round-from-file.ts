import type { PbHead } from '@commonthread/pabulib';
import { asDeclared, checkRuleSpec, type RuleSpec } from '@commonthread/voting';

import type { FinishedRound } from '../rounds/index.js';
import type { ReadFile } from './file-reading.js';

/** Everything of a finished round that its file says; the rest is known where it is imported. */
export type FiledRound = Omit<FinishedRound, 'placeId' | 'actorId' | 'importedFrom'> & {
  /** What a reader of the round should know about the file. */
  readonly warnings: readonly string[];
};

/**
 * @param title `null`: the round is named after the city, the year and the part of the city
 */
export function roundFromFile(file: ReadFile, title: string | null): FiledRound {
  const { head, projects, ballots } = file;
  const { meta } = head;
  const { rule, doubts } = declaredRule(head);
  const unit = meta.get('unit') ?? meta.get('country') ?? 'an unnamed place';
  return {
    title: title ?? titleOf(meta),
    summary: `A vote held in ${unit}, read from a published file: ${words(projects.length)} projects, ${words(ballots)} ballots.`,
    description: meta.get('description') ?? '',
    pots: [{ name: 'Budget', amountPence: head.budgetMinor }],
    eligibility: { minimumAge: 0, connections: ['live'] },
    ...ballotForm(head),
    rule,
    currency: currencyOf(meta),
    voted: votingTime(meta),
    ballots,
    warnings: [
      ...file.warnings.map(
        ({ line, field, reason, times }) =>
          `Line ${line}, ${field}: ${reason}${times > 1 ? ` (${words(times)} times)` : ''}`,
      ),
      ...(file.droppedColumns.length > 0
        ? [`Left out, because it describes voters: ${file.droppedColumns.join(', ')}.`]
        : []),
      ...doubts,
    ],
  };
}

const words = (count: number): string => count.toLocaleString('en-GB');

function titleOf(meta: ReadonlyMap<string, string>): string {
  const where = [meta.get('unit'), meta.get('instance')].filter(Boolean).join(' ');
  const part = meta.get('subunit') || meta.get('district');
  return [where || 'Imported election', ...(part ? [part] : [])].join(', ').slice(0, 200);
}

/** Pounds when the file names no currency. */
function currencyOf(meta: ReadonlyMap<string, string>): string {
  const named = meta.get('currency')?.trim().toUpperCase() ?? '';
  return /^[A-Z]{3}$/.test(named) ? named : 'GBP';
}

const DOUBTS = {
  conflicts:
    'Which projects exclude each other is told in words only, so a count may differ from the official one.',
  'custom-rule':
    'The city’s own rule is told in words only. The round is counted by most votes first, so a count may differ from the official one.',
  caps: 'The limits for parts of the budget cannot be read, so a count may differ from the official one.',
  threshold: 'The votes a project needed are not stated, so a count may differ from the official one.',
  leftover:
    'What happened to the money left over is told in words only, so a count may differ from the official one.',
} as const;

function declaredRule({ meta, voteType, minorPerUnit }: PbHead): { rule: RuleSpec; doubts: string[] } {
  const columns = voteType === 'approval' || voteType === 'choose-1' ? [] : ['score'];
  const declared = asDeclared(meta, columns, minorPerUnit);
  if (declared) return { rule: declared.spec, doubts: declared.undeclared.map((doubt) => DOUBTS[doubt]) };
  return {
    rule: checkRuleSpec({ rule: 'greedy' }),
    doubts: ['The file does not say which rule was used. The round is counted by most votes first.'],
  };
}

type BallotForm = Pick<FinishedRound, 'ballotStyle' | 'minChoices' | 'maxChoices' | 'pointsPerBallot'>;

function ballotForm({ meta, voteType }: PbHead): BallotForm {
  const whole = (key: string): number | null => {
    const value = Number(meta.get(key));
    return Number.isInteger(value) && value > 0 && value < 1_000_000 ? value : null;
  };
  const minChoices = whole('min_length');
  const maxChoices = whole('max_length');
  const styles = {
    approval: meta.has('max_sum_cost') ? 'knapsack' : 'approval',
    'choose-1': 'choose-1',
    ordinal: 'ranked',
    cumulative: 'points',
    scoring: 'points',
  } as const;
  return {
    ballotStyle: styles[voteType],
    minChoices,
    maxChoices: maxChoices !== null && maxChoices >= (minChoices ?? 1) ? maxChoices : null,
    pointsPerBallot: whole('max_sum_points'),
  };
}

/** Days are whole: voting closes when the last one is over. Files with a year only give no days. */
/** From the first minute of the first day to the last minute of the last, as clocks here show it. */
function votingTime(meta: ReadonlyMap<string, string>): FinishedRound['voted'] {
  const opensAt = midnightOf(meta.get('date_begin'), 0);
  const closesAt = midnightOf(meta.get('date_end'), 1);
  if (!opensAt || !closesAt || closesAt <= opensAt) return null;
  return { opensAt, closesAt: new Date(closesAt.getTime() - 60_000) };
}

const LONDON_HOUR = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: 'numeric',
  hourCycle: 'h23',
});

/** Midnight in London of a day written DD.MM.YYYY, so many days later. */
function midnightOf(text: string | undefined, daysLater: number): Date | null {
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text?.trim() ?? '') ?? [];
  if (!day || !month || !year) return null;
  const written = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (written.getUTCMonth() !== Number(month) - 1) return null;
  const utc = written.getTime() + daysLater * 86_400_000;
  return new Date(utc - Number(LONDON_HOUR.format(utc)) * 3_600_000);
}
