import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import type { PaperProject } from './round.js';

export interface Standing {
  readonly accepted: number;
  readonly unanswered: readonly number[];
}

/** What a round asks of whoever keeps its proposals. */
export interface PaperProjects {
  /** Puts what was accepted on the ballot, within the transaction that freezes the paper. */
  putOnBallot(roundId: string, manager: EntityManager): Promise<PaperProject[]>;
  /** How many would be on it, and the numbers of those that have been sent in and not been answered. */
  standing(roundId: string, manager: EntityManager): Promise<Standing>;
  /** What everybody may call each of them now: a moderator may have hidden one since the paper was frozen. */
  shownTitles(roundId: string): Promise<ReadonlyMap<string, string>>;
}

/**
 * Where the feature above plugs in the projects of a ballot paper. Freezing is a rule of the round (which
 * columns, when, under which lock), so it lives here; only the list of projects comes from upstairs.
 */
@Injectable()
export class PaperProjectsSource implements PaperProjects {
  private source: PaperProjects | undefined;

  plugIn(source: PaperProjects): void {
    this.source = source;
  }

  putOnBallot(roundId: string, manager: EntityManager): Promise<PaperProject[]> {
    return this.projects.putOnBallot(roundId, manager);
  }

  standing(roundId: string, manager: EntityManager): Promise<Standing> {
    return this.projects.standing(roundId, manager);
  }

  shownTitles(roundId: string): Promise<ReadonlyMap<string, string>> {
    return this.projects.shownTitles(roundId);
  }

  private get projects(): PaperProjects {
    if (!this.source) throw new Error('nobody has said where the projects of a ballot paper come from');
    return this.source;
  }
}
