/**
 * How far a ballot came: a first choice was made, the choices were looked over, a receipt was given. Each device says
 * each once for a ballot; what was chosen, by whom and with which pass is never said.
 */
export const STEPS = ['chosen', 'checked', 'cast'] as const;
export type Step = (typeof STEPS)[number];

export type StepCounts = Readonly<Record<Step, number>>;
