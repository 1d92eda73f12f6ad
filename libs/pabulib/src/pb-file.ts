import type { VoteType } from '@commonthread/voting';

import type { PbWarning } from './faults.js';

/** What META says that a reader must understand, beside every key as it stands. */
export interface PbHead {
  /** Every key with its text, in file order, unknown keys too; `budget` without idle zeros. */
  readonly meta: ReadonlyMap<string, string>;
  readonly voteType: VoteType;
  /** Whole minor units. */
  readonly budgetMinor: number;
  /** Minor units in one unit of the file's currency (100 when it names none). */
  readonly minorPerUnit: number;
}

/** One project as a file describes it. Texts are absent when the cell is empty, missing or `None`. */
export interface PbProjectText {
  /** Compared as a string: `07` and `7` are two projects. */
  readonly id: string;
  /** Whole minor units. */
  readonly costMinor: number;
  readonly categories: readonly string[];
  /** Called `target` or `targets` before April 2026. */
  readonly beneficiaries: readonly string[];
  readonly name?: string;
  /** 0 no, 1 winner, 2 winner by a special provision, 3 funded later. */
  readonly selected?: number;
  readonly neighbourhood?: string;
  readonly subunit?: string;
  readonly district?: string;
  readonly description?: string;
  readonly proposer?: string;
  readonly publicId?: string;
  /** Degrees. */
  readonly latitude?: number;
  readonly longitude?: number;
  /** Cells of columns this reader does not know, aligned with `otherProjectColumns`. */
  readonly other: readonly string[];
}

/** A project with what its ballots add up to, recounted; what the file claimed is in the warnings. */
export interface PbProject extends PbProjectText {
  /** Ballots naming it, each once. */
  readonly votes: number;
  /** Points; for rankings ballot length minus position from 0. Only for types that have points. */
  readonly score?: number;
}

/** One ballot. `choices` are distinct and known; empty is an abstention. */
export interface PbVote {
  readonly voterId: string;
  /** For `ordinal` best first. */
  readonly choices: readonly string[];
  /** Whole points >= 0 aligned with `choices`; `cumulative` and `scoring` only. */
  readonly points?: readonly number[];
  /** Every further cell (age, sex, district, ...), aligned with `otherVoteColumns`. */
  readonly other: readonly string[];
}

/** What a writer needs. */
export interface PbDraft extends PbHead {
  /** In paper order. */
  readonly projects: readonly PbProjectText[];
  readonly otherProjectColumns: readonly string[];
  readonly votes: readonly PbVote[];
  readonly otherVoteColumns: readonly string[];
}

/** A whole election file. */
export interface PbFile extends PbDraft {
  readonly projects: readonly PbProject[];
  readonly warnings: readonly PbWarning[];
}
