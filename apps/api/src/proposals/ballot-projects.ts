import { Injectable } from '@nestjs/common';

import { type PlaceRef, Places } from '../places/index.js';
import { type BallotRow, PaperRepository } from './paper.repository.js';

/** One project of a ballot paper with what a count and its pages need. */
export interface BallotProject extends Omit<BallotRow, 'placeId'> {
  readonly place: PlaceRef | null;
}

/** The ballot paper as a list of projects. */
@Injectable()
export class BallotProjects {
  constructor(
    private readonly paper: PaperRepository,
    private readonly places: Places,
  ) {}

  /** In the order of the paper; empty before it is frozen. */
  async ofRound(roundId: string): Promise<BallotProject[]> {
    const rows = await this.paper.ofRound(roundId);
    const places = await this.places.byIds(rows.map(({ placeId }) => placeId));
    return rows.map(({ placeId, ...row }) => ({ ...row, place: places.get(placeId) ?? null }));
  }
}
