/** The rules of the house, by which readers report and moderators decide. */
export const RULES = [
  'illegal',
  'child-safety',
  'threat',
  'hate',
  'harassment',
  'personal-details',
  'impersonation',
  'spam',
  'off-topic',
] as const;
export type Rule = (typeof RULES)[number];

export const ACTS = ['keep', 'hide', 'ask-change'] as const;
export type ModerationAct = (typeof ACTS)[number];

/** What a moderator has thought about before deciding; never published. */
export interface Checklist {
  /** Which harm it does, to whom. */
  readonly harm: string;
  /** What was said around it. */
  readonly context: string;
  /** Why something milder would not do. */
  readonly milder: string;
}
