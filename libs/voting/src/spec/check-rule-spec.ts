import { RuleSpecInvalid, type FieldFault } from '../model/errors.js';
import type { ParamDescriptor } from './params.js';
import type { RuleName, RuleSpec } from '../model/rule-spec.js';
import { RULES } from './rules.js';

/** Fields the spec type has although the rule offers no choice there. */
const fixedFields: Readonly<Record<RuleName, Readonly<Record<string, string>>>> = {
  greedy: { completion: 'none' },
  'equal-shares': {},
  phragmen: { utility: 'cost' },
  'max-welfare': { completion: 'none' },
};

/**
 * Reads a rule from stored or posted JSON: missing fields get their default, anything else odd is refused.
 *
 * @throws RuleSpecInvalid naming every faulty field at once
 */
export function checkRuleSpec(input: unknown): RuleSpec {
  if (!isRecord(input)) throw new RuleSpecInvalid([{ field: 'rule', fault: 'type' }]);
  const { rule, version, ...given } = input;
  if (typeof rule !== 'string' || !Object.hasOwn(RULES, rule)) {
    throw new RuleSpecInvalid([{ field: 'rule', fault: rule === undefined ? 'missing' : 'unknown' }]);
  }
  const module = RULES[rule as RuleName];
  const faults: FieldFault[] = [];
  if (version !== undefined && version !== module.version) {
    faults.push({ field: 'version', fault: 'version' });
  }
  const spec: Record<string, unknown> = { rule, version: module.version };
  for (const param of module.params) {
    const value = given[param.name];
    if (value === undefined) {
      if (param.kind !== 'text') spec[param.name] = param.default;
      continue;
    }
    const fault = faultOf(param, value);
    if (fault === null) spec[param.name] = value;
    else faults.push({ field: param.name, fault });
  }
  for (const [field, value] of Object.entries(fixedFields[module.name])) {
    if (given[field] !== undefined && given[field] !== value) faults.push({ field, fault: 'not-allowed' });
    spec[field] = value;
  }
  for (const field of Object.keys(given)) {
    if (!Object.hasOwn(spec, field) && !module.params.some((param) => param.name === field)) {
      faults.push({ field, fault: 'unknown' });
    }
  }
  if (spec['tie'] === 'lot' && !spec['tieSeed']) faults.push({ field: 'tieSeed', fault: 'missing' });
  if (faults.length > 0) throw new RuleSpecInvalid(faults);
  return spec as unknown as RuleSpec;
}

/** The rule with every parameter at its default. */
export function defaultSpec(rule: RuleName): RuleSpec {
  return checkRuleSpec({ rule });
}

function faultOf(param: ParamDescriptor, value: unknown): string | null {
  switch (param.kind) {
    case 'choice':
      if (typeof value !== 'string') return 'type';
      return param.options.some((option) => option.value === value) ? null : 'not-allowed';
    case 'integer':
      if (!Number.isSafeInteger(value)) return 'type';
      if ((value as number) < param.min) return 'too-small';
      return (value as number) > param.max ? 'too-large' : null;
    case 'flag':
      return typeof value === 'boolean' ? null : 'type';
    case 'text':
      if (typeof value !== 'string') return 'type';
      return value.length > param.maxLength ? 'too-large' : null;
    case 'id-groups':
      return Array.isArray(value) && value.every(isIdGroup) ? null : 'type';
    case 'caps':
      return isRecord(value) && Object.values(value).every(isMoney) ? null : 'type';
  }
}

function isIdGroup(group: unknown): boolean {
  return Array.isArray(group) && group.every((id) => typeof id === 'string');
}

function isMoney(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
