import type { Api } from '@commonthread/api-client';

export type Rule = Api<'SendReportDto'>['rule'];
type Act = Api<'LogLineDto'>['act'];

/** The rules of the house in plain words, for those who report, decide and read. */
const RULES: Readonly<Record<Rule, { name: string; about: string }>> = {
  illegal: {
    name: $localize`Against the law`,
    about: $localize`For example fraud, or telling others to commit a crime.`,
  },
  'child-safety': {
    name: $localize`A child or young person may be harmed`,
    about: $localize`Anything that puts somebody under 18 at risk, or says where they can be found.`,
  },
  threat: { name: $localize`A threat`, about: $localize`Somebody says they will hurt a person or a group.` },
  hate: {
    name: $localize`Hatred of a group of people`,
    about: $localize`For their race, religion, disability, sex, sexuality, age or where they come from.`,
  },
  harassment: {
    name: $localize`Bullying or insults`,
    about: $localize`Aimed at a person, not at what they say.`,
  },
  'personal-details': {
    name: $localize`Private details of a person`,
    about: $localize`A name, an address, a telephone number, something about their health or family.`,
  },
  impersonation: {
    name: $localize`Pretending to be somebody else`,
    about: $localize`A neighbour, a councillor, an officer.`,
  },
  spam: {
    name: $localize`Advertising or spam`,
    about: $localize`It sells something or says the same again and again.`,
  },
  'off-topic': {
    name: $localize`Nothing to do with it`,
    about: $localize`It has nothing to do with the proposal or the place.`,
  },
};

const ACTS: Readonly<Record<Act, string>> = {
  keep: $localize`Left as it is`,
  hide: $localize`Hidden`,
  'ask-change': $localize`Hidden until changed`,
};

export const ruleName = (rule: Rule): string => RULES[rule].name;
export const moderationActName = (act: Act): string => ACTS[act];

export const RULE_CHOICES = (Object.keys(RULES) as Rule[]).map((value) => ({
  value,
  label: RULES[value].name,
  hint: RULES[value].about,
}));

export const ACT_CHOICES = (Object.keys(ACTS) as Act[]).map((value) => ({ value, label: ACTS[value] }));
