import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { Places } from '../places/index.js';
import {
  type PaperProject,
  type PaperProjects,
  PaperProjectsSource,
  type Standing,
} from '../rounds/index.js';
import { PaperRepository } from './paper.repository.js';

/** Gives a round the projects of its ballot paper: what was accepted, or what an imported file brought along. */
@Injectable()
export class AcceptedProposals implements PaperProjects, OnModuleInit {
  constructor(
    private readonly source: PaperProjectsSource,
    private readonly paper: PaperRepository,
    private readonly places: Places,
  ) {}

  onModuleInit(): void {
    this.source.plugIn(this);
  }

  async shownTitles(roundId: string): Promise<ReadonlyMap<string, string>> {
    const projects = await this.paper.ofRound(roundId);
    return new Map(projects.map(({ ballotId, title }) => [ballotId, title]));
  }

  standing(roundId: string, manager: EntityManager): Promise<Standing> {
    return this.paper.standing(roundId, manager);
  }

  async putOnBallot(roundId: string, manager: EntityManager): Promise<PaperProject[]> {
    await this.paper.putOnBallot(roundId, manager);
    const projects = await this.paper.ofRound(roundId, manager);
    const places = await this.places.byIds(
      projects.map(({ placeId }) => placeId),
      manager,
    );
    return projects.map(({ ballotId, position, proposalNumber, title, costPence, categories, placeId }) => ({
      ballotId,
      position,
      proposalNumber,
      title,
      costPence,
      category: categories[0] ?? null,
      place: places.get(placeId)?.slug ?? '',
    }));
  }
}
