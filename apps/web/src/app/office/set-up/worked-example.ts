import { type Ballot, checkRuleSpec, count, type Election, type RuleName } from '@commonthread/voting';
import type { BallotStyle } from './round-draft.js';
import { settled } from './param-text.js';

/** Ten neighbours, £100,000, two groups: small enough to draw, and the rules differ on it. */
const PROJECTS = [
  { id: 'road', costMinor: 60_000_00 },
  { id: 'lights', costMinor: 40_000_00 },
  { id: 'playground', costMinor: 30_000_00 },
  { id: 'garden', costMinor: 10_000_00 },
] as const;

const NAMES: Readonly<Record<string, () => string>> = {
  road: () => $localize`New road surface`,
  lights: () => $localize`Street lights`,
  playground: () => $localize`Playground`,
  garden: () => $localize`Shared garden`,
};
const GROUPS = [
  { size: 6, choices: ['road', 'lights'] },
  { size: 4, choices: ['playground', 'garden'] },
] as const;

export interface ExampleRow {
  readonly name: string;
  readonly costPence: number;
  readonly votes: number;
  readonly funded: boolean;
  /** Whether it is a project of the larger group. */
  readonly ofMany: boolean;
}

export interface WorkedExample {
  readonly rows: readonly ExampleRow[];
  readonly voters: number;
  /** Voters with at least one project they chose. */
  readonly served: number;
  readonly spentPence: number;
  readonly budgetPence: number;
}

/** The small example counted by a rule as it is set; null while the settings do not make a rule. */
export function workedExample(
  rule: RuleName,
  params: Readonly<Record<string, unknown>>,
  style: BallotStyle,
): WorkedExample | null {
  try {
    const outcome = count(electionFor(style), checkRuleSpec({ rule, ...settled(rule, params) }));
    const won = new Set(outcome.winners);
    const votes = new Map(outcome.projects.map((project) => [project.id, project.votes]));
    return {
      rows: PROJECTS.map(({ id, costMinor }) => ({
        name: NAMES[id]!(),
        costPence: costMinor,
        votes: votes.get(id) ?? 0,
        funded: won.has(id),
        ofMany: (GROUPS[0].choices as readonly string[]).includes(id),
      })),
      voters: 10,
      served: GROUPS.reduce(
        (sum, { size, choices }) => sum + (chosenOf(choices, style).some((id) => won.has(id)) ? size : 0),
        0,
      ),
      spentPence: outcome.totalCostMinor,
      budgetPence: outcome.budgetMinor,
    };
  } catch {
    // Half-entered settings are no rule yet; the form says what is wrong with them.
    return null;
  }
}

function electionFor(style: BallotStyle): Election {
  const ballots = GROUPS.flatMap(({ size, choices }) =>
    Array.from({ length: size }, (): Ballot => {
      const chosen = chosenOf(choices, style);
      return style === 'points'
        ? { choices: chosen, points: chosen.map((_, at) => 6 - at * 2) }
        : { choices: chosen };
    }),
  );
  const voteType = style === 'ranked' ? 'ordinal' : style === 'points' ? 'cumulative' : style;
  return {
    projects: PROJECTS,
    ballots,
    budgetMinor: 100_000_00,
    voteType: voteType === 'knapsack' ? 'approval' : voteType,
    minorPerUnit: 100,
  };
}

const chosenOf = (choices: readonly string[], style: BallotStyle): readonly string[] =>
  style === 'choose-1' ? choices.slice(0, 1) : choices;
