import { parseArgs } from 'node:util';

import { UsageError } from '../command.js';

export const DRAW_USAGE = `usage: ct draw --pool PEOPLE.csv --quotas QUOTAS.csv --size K --seed HEX [options]
       ct draw --references DIR      (compares with every DIR/POOL/reference.json)
  --method M             leximin (default), goldilocks, nash, maximin
  --id COLUMN            what names a person (default: id or unique_id)
  --household A,B        columns that together say where somebody lives; one person of a household at most
  --tickets N            equally likely panels made of the lottery (default 1000)
  --staying A,B,...      replace the others: these keep their seats, quotas are what they leave open
  --gone A,B,...         with --staying: these are not asked again
  --key HEX              with one of the next two: what the private slips come from; keep it
  --bundle               print what is published before the draw, instead of the panel
  --slips                print everybody's private slip by id, instead of the panel
  --json                 print one JSON object`;

export const METHODS = ['leximin', 'goldilocks', 'nash', 'maximin'] as const;
export type Method = (typeof METHODS)[number];

export interface DrawRequest {
  readonly pool: string;
  readonly quotas: string;
  readonly size: number;
  readonly seed: string;
  readonly method: Method;
  readonly idColumn: string | undefined;
  readonly householdColumns: readonly string[];
  readonly tickets: number;
  /** People who keep their seats; empty when the whole panel is drawn. */
  readonly staying: readonly string[];
  readonly gone: readonly string[];
  readonly json: boolean;
  /** Print this instead of the panel. */
  readonly instead?: { readonly print: 'bundle' | 'slips'; readonly key: string };
}

/** @throws UsageError, or the parser's own TypeError for an unknown option */
export function readDrawOptions(args: readonly string[]): DrawRequest | { readonly references: string } {
  const { values } = parseArgs({
    args: [...args],
    options: {
      pool: { type: 'string' },
      quotas: { type: 'string' },
      size: { type: 'string' },
      seed: { type: 'string' },
      method: { type: 'string', default: 'leximin' },
      id: { type: 'string' },
      household: { type: 'string', default: '' },
      tickets: { type: 'string', default: '1000' },
      references: { type: 'string' },
      staying: { type: 'string', default: '' },
      gone: { type: 'string', default: '' },
      key: { type: 'string' },
      bundle: { type: 'boolean', default: false },
      slips: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  if (values.references !== undefined) return { references: values.references };
  const method = METHODS.find((known) => known === values.method);
  if (!method) throw new UsageError(`--method ${values.method} is not one of ${METHODS.join(', ')}`);
  if (values.bundle && values.slips)
    throw new UsageError('--bundle is public and --slips are private: one at a time');
  const print = values.bundle ? 'bundle' : values.slips ? 'slips' : undefined;
  return {
    ...(print && { instead: { print, key: given('--key', values.key) } }),
    pool: given('--pool', values.pool),
    quotas: given('--quotas', values.quotas),
    size: wholeNumber('--size', given('--size', values.size)),
    seed: given('--seed', values.seed),
    method,
    idColumn: values.id,
    householdColumns: listed(values.household),
    staying: listed(values.staying),
    gone: listed(values.gone),
    tickets: wholeNumber('--tickets', values.tickets),
    json: values.json,
  };
}

function listed(text: string): string[] {
  return text.split(',').flatMap((part) => (part.trim() ? [part.trim()] : []));
}

function given(option: string, value: string | undefined): string {
  if (value !== undefined) return value;
  throw new UsageError(`${option} is needed`);
}

function wholeNumber(option: string, text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new UsageError(`${option} ${text} is not a whole number above 0`);
}
