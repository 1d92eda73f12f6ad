import { Injectable } from '@nestjs/common';

import { Authority, type CurrentUser } from '../identity/index.js';
import { type PlaceRef, Places } from '../places/index.js';
import { PaperProjectsSource } from './paper-projects.js';
import { roundNow } from './round-now.js';
import type { RoundState } from './round-state.js';
import type { RoundNow } from './round.js';
import { PaperNotFrozen, RoundUnknown } from './rounds.errors.js';
import { type RoundEvent, RoundsRepository } from './rounds.repository.js';
import { Rounds } from './rounds.js';

export interface RoundAndPlace {
  readonly round: RoundNow;
  readonly place: PlaceRef;
}

export interface FrozenPaper {
  readonly sha256: string;
  readonly frozenAt: Date;
  /** The text that was hashed. It stays as it was frozen, whatever is hidden since. */
  readonly canonical: string;
  /** By ballot id, as everybody may read them now. */
  readonly titles: ReadonlyMap<string, string>;
}

/** Who may read a draft: those who can change it, and the auditor. */
const DRAFT_READERS = ['officer', 'auditor'] as const;

@Injectable()
export class RoundsQueries {
  constructor(
    private readonly repository: RoundsRepository,
    private readonly rounds: Rounds,
    private readonly places: Places,
    private readonly authority: Authority,
    private readonly projects: PaperProjectsSource,
  ) {}

  /** Newest first; drafts only for officers of their place. */
  async list(
    user: CurrentUser | undefined,
    filter: { place?: string; state?: RoundState },
  ): Promise<RoundAndPlace[]> {
    const within = filter.place === undefined ? undefined : await this.places.idsWithin(filter.place);
    const found = (await this.repository.list(within))
      .map(roundNow)
      .filter(({ state }) => filter.state === undefined || state === filter.state);
    const hidden = await this.hiddenPlaces(user, found);
    const shown = found.filter(({ state, placeId }) => state !== 'draft' || !hidden.has(placeId));
    const places = await this.places.byIds(shown.map(({ placeId }) => placeId));
    return shown.flatMap((round) => {
      const place = places.get(round.placeId);
      return place ? [{ round, place }] : [];
    });
  }

  /** @throws RoundUnknown, also for a draft that is not the reader's to see */
  async page(user: CurrentUser | undefined, slug: string): Promise<RoundAndPlace> {
    const round = await this.readable(user, slug);
    const place = (await this.places.byIds([round.placeId])).get(round.placeId);
    if (!place) throw new RoundUnknown();
    return { round, place };
  }

  /** @throws RoundUnknown | PaperNotFrozen */
  async paper(slug: string): Promise<FrozenPaper> {
    const { id, paperSha256, paperFrozenAt } = await this.readable(undefined, slug);
    const canonical = paperSha256 && (await this.repository.canonicalPaper(id));
    if (!paperSha256 || !paperFrozenAt || !canonical) throw new PaperNotFrozen();
    const titles = await this.projects.shownTitles(id);
    return { sha256: paperSha256, frozenAt: paperFrozenAt, canonical, titles };
  }

  /** @throws RoundUnknown */
  async history(user: CurrentUser | undefined, slug: string): Promise<RoundEvent[]> {
    return this.repository.history((await this.readable(user, slug)).id);
  }

  private async readable(user: CurrentUser | undefined, slug: string): Promise<RoundNow> {
    const round = await this.rounds.bySlug(slug);
    const hidden = await this.hiddenPlaces(user, [round]);
    if (hidden.has(round.placeId)) throw new RoundUnknown();
    return round;
  }

  /** Places whose drafts the reader may not see. */
  private async hiddenPlaces(
    user: CurrentUser | undefined,
    rounds: readonly RoundNow[],
  ): Promise<Set<string>> {
    const drafts = new Set(rounds.filter(({ state }) => state === 'draft').map(({ placeId }) => placeId));
    for (const placeId of drafts) {
      if (await this.authority.holds(user, DRAFT_READERS, placeId)) drafts.delete(placeId);
    }
    return drafts;
  }
}
