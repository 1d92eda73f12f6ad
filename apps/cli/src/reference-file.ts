import { InputError } from './read-election-file.js';

/** One outcome somebody else computed, with the options of `count` it was computed under. */
export interface ReferenceOutcome {
  readonly args: readonly string[];
  readonly winners: readonly string[];
  /** Currency units, exact; empty when only the objective is known. */
  readonly cost: string;
  /** Welfare maximum: equal objectives count, not equal sets. */
  readonly objective?: string;
  readonly pabutoolsSeconds?: number;
}

export interface Reference {
  /** Name of the `.pb` file without its ending. */
  readonly instance: string;
  readonly outcomes: readonly ReferenceOutcome[];
  /** The city's published winners, where its declared rule reproduces them. */
  readonly official?: readonly string[];
}

/** @throws InputError when the JSON is not a reference file */
export function readReference(text: string, name: string): Reference {
  const json = asRecord(parseJson(text, name), name);
  const outcomes = json['outcomes'];
  if (typeof json['instance'] !== 'string' || !Array.isArray(outcomes)) {
    throw new InputError(`${name} is not a reference file`);
  }
  const official = json['official'];
  return {
    instance: json['instance'],
    outcomes: outcomes.map((outcome) => readOutcome(asRecord(outcome, name), name)),
    ...(official !== undefined && { official: publishedWinners(asRecord(official, name), name) }),
  };
}

function readOutcome(outcome: Record<string, unknown>, name: string): ReferenceOutcome {
  const { objective, cost, pabutools_seconds: seconds } = outcome;
  return {
    args: texts(outcome['args'], name),
    winners: texts(outcome['winners'] ?? [], name),
    cost: typeof cost === 'string' ? cost : '',
    ...(typeof objective === 'string' && { objective }),
    ...(typeof seconds === 'number' && { pabutoolsSeconds: seconds }),
  };
}

/** Winners and winners by a special provision; money found later (3) is no part of the rule. */
function publishedWinners(official: Record<string, unknown>, name: string): string[] {
  return [...texts(official['selected_1'] ?? [], name), ...texts(official['selected_2'] ?? [], name)];
}

function texts(value: unknown, name: string): string[] {
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value;
  throw new InputError(`${name}: a list of texts was expected`);
}

function asRecord(value: unknown, name: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  throw new InputError(`${name} is not a reference file`);
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InputError(`${name} is not JSON`);
  }
}
