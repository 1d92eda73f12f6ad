import { parseArgs } from 'node:util';

import { readMoney } from '@commonthread/pabulib';
import { checkRuleSpec, type RuleSpec } from '@commonthread/voting';

import { UsageError } from './command.js';
import { ENCODING_USAGE } from './read-election-file.js';

export const COUNT_USAGE = `usage: ct count FILE.pb --rule NAME [options]      (FILE - reads standard input)
  --rule NAME            greedy, equal-shares, phragmen, max-welfare, or as-declared (the file's own rule)
  --utility U            cost (default), card, points, costpoints, borda1, borda0
  --completion C         none (default), add1, add1u, utilitarian, budget-increase
  --increment N          add1 step in currency units (default 1)
  --start exact|floor    first share: budget/n exactly (default), or whole currency units
  --no-exhaustive-stop   let shares rise until the budget would be overshot
  --comparison C         none (default), satisfaction, exclusion-ratio
  --eligibility-filter   leave out projects with votes/n < cost/(3 x budget)
  --on-misfit M          greedy: skip (default), stop, reserve; phragmen: stop (default), skip
  --min-votes N          leave out projects with fewer votes (default 0, as pabutools; new rounds need 1)
  --conflict A,B,...     at most one of these projects is funded; may be repeated
  --tie T                T1 id (default), T2 min-cost, T3 max-votes, T4 lot (with --tie-seed), T5 paper-order; or max-cost
  --tie-seed TEXT        seed of the lot
  ${ENCODING_USAGE}
  --json                 print one JSON object`;

const TIES: Readonly<Record<string, string>> = {
  T1: 'id',
  T2: 'min-cost',
  T3: 'max-votes',
  T4: 'lot',
  T5: 'paper-order',
};

/** A count as asked for. The spec waits for the file: an increment is money in the file's currency. */
export interface CountRequest {
  readonly path: string;
  readonly json: boolean;
  /** As typed; of a file that is not UTF-8. */
  readonly encoding: string | undefined;
  /** Absent: the rule the file declares. */
  readonly spec?: (minorPerUnit: number) => RuleSpec;
}

/** @throws UsageError, or the parser's own TypeError for an unknown option */
export function readCountOptions(args: readonly string[]): CountRequest {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      rule: { type: 'string' },
      utility: { type: 'string' },
      completion: { type: 'string' },
      increment: { type: 'string' },
      start: { type: 'string' },
      'no-exhaustive-stop': { type: 'boolean' },
      comparison: { type: 'string' },
      'eligibility-filter': { type: 'boolean' },
      'on-misfit': { type: 'string' },
      'min-votes': { type: 'string' },
      conflict: { type: 'string', multiple: true },
      tie: { type: 'string' },
      'tie-seed': { type: 'string' },
      encoding: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const [path, ...more] = positionals;
  if (path === undefined) throw new UsageError('which file is to be counted?');
  if (more.length > 0) throw new UsageError(`one file at a time, not also ${more.join(' ')}`);
  const { rule, json, encoding } = values;
  if (rule === undefined) throw new UsageError('--rule is needed');
  if (rule === 'as-declared') {
    const given = Object.keys(values).filter((name) => !['rule', 'json', 'encoding'].includes(name));
    if (given.length > 0)
      throw new UsageError(`as-declared takes its parameters from the file, not --${given[0]}`);
    return { path, json, encoding };
  }
  const asked = {
    rule,
    tie: values.tie === undefined ? 'id' : (TIES[values.tie.toUpperCase()] ?? values.tie),
    ...(rule === 'equal-shares' && { completion: 'none' }),
    ...(values.utility !== undefined && { utility: values.utility }),
    ...(values.completion !== undefined && { completion: values.completion }),
    ...(values.start !== undefined && { start: values.start }),
    ...(values['no-exhaustive-stop'] && { exhaustiveStop: false }),
    ...(values.comparison !== undefined && { comparison: values.comparison }),
    ...(values['eligibility-filter'] && { eligibilityFilter: true }),
    ...(values['on-misfit'] !== undefined && { onMisfit: values['on-misfit'] }),
    minVotes: values['min-votes'] === undefined ? 0 : wholeNumber('--min-votes', values['min-votes']),
    ...(values.conflict && { conflicts: values.conflict.map((ids) => ids.split(',')) }),
    ...(values['tie-seed'] !== undefined && { tieSeed: values['tie-seed'] }),
  };
  const { increment } = values;
  // Refuse a wrong rule before a large file is read.
  checkRuleSpec(increment === undefined ? asked : { ...asked, increment: 1 });
  return {
    path,
    json,
    encoding,
    spec: (minorPerUnit) =>
      checkRuleSpec(increment === undefined ? asked : { ...asked, increment: step(increment, minorPerUnit) }),
  };
}

function step(text: string, minorPerUnit: number): number {
  const minor = readMoney(text, minorPerUnit);
  if (typeof minor === 'number' && minor > 0) return minor;
  throw new UsageError(`--increment ${text} is not an amount above 0 in this currency`);
}

function wholeNumber(option: string, text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new UsageError(`${option} ${text} is not a whole number`);
}
