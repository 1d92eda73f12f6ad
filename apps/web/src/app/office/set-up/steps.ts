/** The questions of the form, in their order. */
export const STEPS = ['about', 'money', 'dates', 'voters', 'ballot', 'rule', 'check'] as const;
export type Step = (typeof STEPS)[number];

const NAMES: Readonly<Record<Step, () => string>> = {
  about: () => $localize`What it is about`,
  money: () => $localize`The money`,
  dates: () => $localize`The dates`,
  voters: () => $localize`Who may vote`,
  ballot: () => $localize`The ballot paper`,
  rule: () => $localize`How votes are counted`,
  check: () => $localize`Check your answers`,
};

export function stepName(step: Step): string {
  return NAMES[step]();
}

export function isStep(text: string | undefined): text is Step {
  return (STEPS as readonly (string | undefined)[]).includes(text);
}

const PHASES: Readonly<Record<string, () => string>> = {
  ideas: () => $localize`Ideas`,
  review: () => $localize`Review`,
  voting: () => $localize`Voting`,
  counting: () => $localize`Counting`,
  delivering: () => $localize`Delivery`,
};

export function phaseName(kind: string): string {
  return PHASES[kind]?.() ?? kind;
}
