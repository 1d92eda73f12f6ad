import { Injectable } from '@nestjs/common';

import { Authority, type CurrentUser } from '../../identity/index.js';
import { type PlaceRef, Places } from '../../places/index.js';
import { type RoundNow, Rounds } from '../../rounds/index.js';
import { QueueRepository, type Page, type Queued, type Tab } from './queue.repository.js';

export interface Named extends Queued {
  readonly round: Pick<RoundNow, 'slug' | 'title'>;
  readonly place: PlaceRef;
}

export interface Queue {
  readonly items: readonly Named[];
  readonly counts: Record<Tab, number>;
  readonly more: boolean;
}

export interface QueueAsked extends Page {
  /** Slugs. */
  readonly round?: string | undefined;
  readonly place?: string | undefined;
  readonly q?: string | undefined;
}

@Injectable()
export class QueueQueries {
  constructor(
    private readonly authority: Authority,
    private readonly places: Places,
    private readonly rounds: Rounds,
    private readonly queue: QueueRepository,
  ) {}

  /** Empty for somebody without a role that reviews. @throws RoundUnknown */
  async read(user: CurrentUser, { round, place, q, ...page }: QueueAsked): Promise<Queue> {
    const [officeOf, reviewerOf] = await Promise.all([
      this.authority.placesOf(user, ['officer', 'auditor']),
      this.authority.placesOf(user, 'reviewer'),
    ]);
    const reader = { id: user.id, officeOf, reviewerOf };
    const filter = {
      roundId: round === undefined ? undefined : (await this.rounds.bySlug(round)).id,
      placeIds: place === undefined ? undefined : await this.places.idsWithin(place),
      q: q?.trim() || undefined,
    };
    const [found, counts] = await Promise.all([
      this.queue.page(reader, filter, { ...page, limit: page.limit + 1 }),
      this.queue.counts(reader, filter),
    ]);
    const items = await this.named(found.slice(0, page.limit));
    return { items, counts, more: found.length > page.limit };
  }

  private async named(items: readonly Queued[]): Promise<Named[]> {
    const [rounds, places] = await Promise.all([
      this.rounds.byIds(items.map(({ roundId }) => roundId)),
      this.places.byIds(items.map(({ placeId }) => placeId)),
    ]);
    return items.flatMap((item) => {
      const round = rounds.get(item.roundId);
      const place = places.get(item.placeId);
      return round && place ? [{ ...item, round, place }] : [];
    });
  }
}
