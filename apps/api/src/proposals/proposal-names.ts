import { Injectable } from '@nestjs/common';

import { PersonLabels } from '../identity/index.js';
import { type PlaceRef, Places } from '../places/index.js';
import { type RoundNow, Rounds } from '../rounds/index.js';
import type { Comment } from './contributions.repository.js';
import type { ProposalSummary } from './proposal.js';

const IMPORTED = 'Imported from a published election';
const GONE = 'Former member';

/** A proposal with the names of what it refers to. */
export interface Named<Of extends ProposalSummary> {
  readonly proposal: Of;
  readonly round: Pick<RoundNow, 'slug' | 'title' | 'invented'>;
  readonly place: PlaceRef;
  readonly authorLabel: string;
}

export interface LabelledComment {
  readonly comment: Comment;
  readonly authorLabel: string;
}

/** Puts names to ids: one question for all rounds, one for all places, one for all authors of a list. */
@Injectable()
export class ProposalNames {
  constructor(
    private readonly rounds: Rounds,
    private readonly places: Places,
    private readonly labels: PersonLabels,
  ) {}

  async named<Of extends ProposalSummary>(proposals: readonly Of[]): Promise<Named<Of>[]> {
    const [rounds, places, labels] = await Promise.all([
      this.rounds.byIds(proposals.map(({ roundId }) => roundId)),
      this.places.byIds(proposals.map(({ placeId }) => placeId)),
      this.labels.of(proposals.flatMap(({ authorId }) => authorId ?? [])),
    ]);
    return proposals.flatMap((proposal) => {
      const { authorId, imported } = proposal;
      const round = rounds.get(proposal.roundId);
      const place = places.get(proposal.placeId);
      const authorLabel = imported ? IMPORTED : labelOf(authorId, labels);
      return round && place ? [{ proposal, round, place, authorLabel }] : [];
    });
  }

  /** One for each, in their order. */
  async labelsOf(personIds: readonly string[]): Promise<string[]> {
    const labels = await this.labels.of(personIds);
    return personIds.map((id) => labelOf(id, labels));
  }

  async labelled(comments: readonly Comment[]): Promise<LabelledComment[]> {
    const labels = await this.labels.of(comments.flatMap(({ authorId }) => authorId ?? []));
    return comments.map((comment) => ({ comment, authorLabel: labelOf(comment.authorId, labels) }));
  }
}

function labelOf(id: string | null, labels: ReadonlyMap<string, string>): string {
  return (id === null ? undefined : labels.get(id)) ?? GONE;
}
