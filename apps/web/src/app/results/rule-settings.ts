import { type ParamDescriptor, type RuleName, RULES } from '@commonthread/voting';

export interface Setting {
  readonly title: string;
  readonly value: string;
  readonly help: string;
}

/** The settings of a rule in the words an officer chose them by. Those left empty are not listed. */
export function ruleSettings(
  spec: Readonly<Record<string, unknown>>,
  money: (minor: number) => string,
): Setting[] {
  const rule = RULES[spec['rule'] as RuleName];
  if (!rule) return [];
  return rule.params.flatMap((param) => {
    const value = settingWords(param, spec[param.name] ?? ('default' in param ? param.default : ''), money);
    return value ? [{ title: param.title, help: param.help, value }] : [];
  });
}

function settingWords(param: ParamDescriptor, value: unknown, money: (minor: number) => string): string {
  switch (param.kind) {
    case 'choice':
      return param.options.find((option) => option.value === value)?.title ?? String(value);
    case 'integer':
      if (param.unit === 'minor') return value === 0 ? $localize`one step as usual` : money(Number(value));
      return param.unit === 'percent' ? `${Number(value)}%` : String(value);
    case 'flag':
      return value ? $localize`Yes` : $localize`No`;
    case 'text':
      return typeof value === 'string' ? value : '';
    case 'id-groups':
      return (value as readonly (readonly string[])[]).map((group) => group.join($localize` or `)).join('; ');
    case 'caps':
      return Object.entries(value as Record<string, number>)
        .map(([group, cap]) => $localize`${group}:group: up to ${money(cap)}:sum:`)
        .join('; ');
  }
}
