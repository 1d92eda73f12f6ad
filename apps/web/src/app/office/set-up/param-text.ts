import { type ParamDescriptor, type RuleName, RULES } from '@commonthread/voting';
import { penceOf, poundsOf } from '../../shell/pounds.js';

/** A number as it stands in its field: money in pounds. */
export function numberText(param: ParamDescriptor, value: unknown): string {
  if (typeof value !== 'number') return typeof value === 'string' ? value : '';
  return param.kind === 'integer' && param.unit === 'minor' ? poundsOf(value) : String(value);
}

/** What was typed as a number, or as it was typed when it is none: the check names it then. */
function numberOf(param: ParamDescriptor, typed: string): number | string {
  const money = param.kind === 'integer' && param.unit === 'minor';
  const value = money ? penceOf(typed) : /^\d+$/.test(typed.trim()) ? Number(typed) : null;
  return value ?? typed;
}

/** One limit a line: "Sport = 20000". */
export function capsText(value: unknown): string {
  if (typeof value === 'string') return value;
  return Object.entries((value ?? {}) as Record<string, number>)
    .map(([name, pence]) => `${name} = ${poundsOf(pence)}`)
    .join('\n');
}

function capsOf(typed: string): Record<string, number> | string {
  const caps: Record<string, number> = {};
  for (const line of typed.split('\n').filter((each) => each.trim())) {
    const [, name, amount] = /^(.+)=(.+)$/.exec(line) ?? [];
    const pence = penceOf(amount ?? '') ?? null;
    if (!name?.trim() || pence === null) return typed;
    caps[name.trim()] = pence;
  }
  return caps;
}

/** One group a line, project numbers separated by commas: "12, 15". */
export function groupsText(value: unknown): string {
  if (typeof value === 'string') return value;
  return ((value ?? []) as string[][]).map((group) => group.join(', ')).join('\n');
}

function groupsOf(typed: string): string[][] {
  return typed
    .split('\n')
    .map((line) =>
      line
        .split(',')
        .map((id) => id.trim())
        .filter(Boolean),
    )
    .filter((group) => group.length > 0);
}

/** The settings as a rule takes them. In the form numbers, limits and groups stay as they were typed. */
export function settled(
  rule: RuleName,
  params: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    RULES[rule].params
      .filter(({ name }) => params[name] !== undefined)
      .map((param) => [param.name, settledValue(param, params[param.name])]),
  );
}

function settledValue(param: ParamDescriptor, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  switch (param.kind) {
    case 'integer':
      return numberOf(param, value);
    case 'caps':
      return capsOf(value);
    case 'id-groups':
      return groupsOf(value);
    default:
      return value;
  }
}
