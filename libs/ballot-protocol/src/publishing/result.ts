import { canonicalJson, type Json } from '@commonthread/kernel';

import { line, slug } from '../bytes/scalars.js';
import { exactly, listOf, shape, whole, type Shape } from '../bytes/shape.js';
import type { Choice } from '../formats/ballot.js';
import type { StylePaper } from '../formats/manifest.js';

export interface ProjectResult {
  readonly id: string;
  /** Ballots that list it. */
  readonly votes: number;
  /** Points it got. */
  readonly score: number;
}

/** What a count of one style's ballots gives. */
export interface Recount {
  readonly ballots: number;
  /** In the order funded. */
  readonly winners: readonly string[];
  readonly totalCostMinor: number;
  /** In paper order. */
  readonly projects: readonly ProjectResult[];
}

export interface StyleResult extends Recount {
  readonly style: string;
}

/** The published outcome. */
export interface Result {
  readonly format: 'commonthread-result/1';
  readonly election: string;
  /** In manifest order. */
  readonly styles: readonly StyleResult[];
}

/** Counts by the paper's rule; from whoever knows the rules (the voting library). Ballots come in log order. */
export type CountBallots = (
  paper: StylePaper,
  minorPerUnit: number,
  ballots: readonly (readonly Choice[])[],
) => Recount;

/** @throws FormatInvalid */
export const readResult: Shape<Result> = shape<Result>({
  format: exactly('commonthread-result/1'),
  election: slug,
  styles: listOf(
    shape<StyleResult>({
      style: slug,
      ballots: whole(),
      winners: listOf(line(64), 1000),
      totalCostMinor: whole(),
      projects: listOf(shape<ProjectResult>({ id: line(64), votes: whole(), score: whole() }), 1000),
    }),
    1000,
  ),
});

/** As published, without the newline. */
export const resultText = (result: Result): string => canonicalJson(result as unknown as Json);
