/** What every proposal is held against, in the order it is asked. */
export const CRITERIA = [
  'legal-power',
  'land',
  'cost',
  'running-cost',
  'equality',
  'safety',
  'deliverability',
] as const;
export type Criterion = (typeof CRITERIA)[number];

export const ANSWERS = ['met', 'met-if-changed', 'not-met', 'not-sure'] as const;
export type AnswerValue = (typeof ANSWERS)[number];

export const REASON_CODES = [
  'outside-powers',
  'not-council-land',
  'costs-too-much',
  'no-upkeep',
  'treats-people-unequally',
  'not-safe',
  'cannot-be-done-in-time',
  'already-planned',
  'outside-the-round',
  'other',
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];

/** As letters and the public history name them. */
export const CRITERION_WORDS: Readonly<Record<Criterion, string>> = {
  'legal-power': 'Power to do it',
  land: 'Land and buildings',
  cost: 'What it costs',
  'running-cost': 'Keeping it going',
  equality: 'Fair to everybody',
  safety: 'Safety',
  deliverability: 'Getting it done',
};

/** What was good, said of a criterion that was met. */
export const GOOD_WORDS: Readonly<Record<Criterion, string>> = {
  'legal-power': 'The council has the power to do it.',
  land: 'The land or building can be used.',
  cost: 'Its cost fits the round.',
  'running-cost': 'Keeping it going is affordable.',
  equality: 'It treats people fairly.',
  safety: 'It can be made safely.',
  deliverability: 'It could be done in time.',
};
