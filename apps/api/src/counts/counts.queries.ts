import { Injectable } from '@nestjs/common';

import { Authority, type CurrentUser, PersonLabels } from '../identity/index.js';
import { type RoundNow, Rounds } from '../rounds/index.js';
import type { Count } from './count.js';
import { CountNotPublished } from './counts.errors.js';
import { CountsRepository } from './counts.repository.js';
import { CountDto, type CountRightsDto, type SignatureDto } from './dto/count.dto.js';

/** Roles that see a count before it is published. */
const INSIDERS = ['officer', 'auditor'] as const;

export interface VisibleCount {
  readonly count: Count;
  readonly round: RoundNow;
}

@Injectable()
export class CountsQueries {
  constructor(
    private readonly authority: Authority,
    private readonly labels: PersonLabels,
    private readonly rounds: Rounds,
    private readonly counts: CountsRepository,
  ) {}

  /** Every count for insiders, the published one for everybody else. */
  async ofRound(roundSlug: string, user: CurrentUser | undefined): Promise<CountDto[]> {
    const round = await this.rounds.bySlug(roundSlug);
    const insider = await this.authority.holds(user, INSIDERS, round.placeId);
    const counts = await this.counts.ofRound(round.id);
    const shown = insider ? counts : counts.filter(({ state }) => state === 'published');
    return Promise.all(shown.map((count) => this.dto({ count, round }, user)));
  }

  /** @throws CountNotFound | CountNotPublished */
  async byId(id: string, user: CurrentUser | undefined): Promise<CountDto> {
    return this.dto(await this.visible(id, user), user);
  }

  /** A count the reader may see. @throws CountNotFound | CountNotPublished */
  async visible(id: string, user: CurrentUser | undefined): Promise<VisibleCount> {
    const count = await this.counts.byId(id);
    const round = await this.rounds.byId(count.roundId);
    if (count.state !== 'published' && !(await this.authority.holds(user, INSIDERS, round.placeId))) {
      throw new CountNotPublished();
    }
    return { count, round };
  }

  /** The published count of a round. @throws CountNotPublished */
  async published(roundSlug: string): Promise<VisibleCount> {
    const round = await this.rounds.bySlug(roundSlug);
    const count = await this.counts.publishedOf(round.id);
    if (!count) throw new CountNotPublished();
    return { count, round };
  }

  /** The published count, or for insiders the newest that has run. @throws CountNotPublished */
  async newestVisible(roundSlug: string, user: CurrentUser | undefined): Promise<VisibleCount> {
    const round = await this.rounds.bySlug(roundSlug);
    const insider = await this.authority.holds(user, INSIDERS, round.placeId);
    const counts = await this.counts.ofRound(round.id);
    const count =
      counts.find(({ state }) => state === 'published') ??
      (insider ? counts.find(({ inputsSha256 }) => inputsSha256 !== null) : undefined);
    if (!count) throw new CountNotPublished();
    return { count, round };
  }

  async signatures({ signatures }: Count): Promise<SignatureDto[]> {
    const labels = await this.labels.of(signatures.map(({ personId }) => personId));
    return signatures.map(({ personId, at }) => ({
      by: `Officer ${labels.get(personId) ?? ''}`.trim(),
      at: at.toISOString(),
    }));
  }

  private async dto({ count, round }: VisibleCount, user: CurrentUser | undefined): Promise<CountDto> {
    const officer = await this.authority.holds(user, 'officer', round.placeId);
    const mine = user && officer ? rightsIn(count, user.id) : null;
    return CountDto.of(count, round.slug, await this.signatures(count), mine);
  }
}

/** What an officer may do with a count as it stands. */
function rightsIn({ state, signatures }: Count, personId: string): CountRightsDto {
  const signed = signatures.some((signature) => signature.personId === personId);
  const maySign = state === 'run' && !signed;
  const mayPublish = state === 'signed-off';
  return { maySign, mayPublish, why: maySign || mayPublish ? null : reason(state, signed) };
}

function reason(state: Count['state'], signed: boolean): string {
  if (state === 'run' && signed) return 'You have signed this count. Another officer must sign it too.';
  if (state === 'published') return 'This count is published.';
  if (state === 'failed') return 'This count failed. Start another one.';
  return 'This count has not run yet.';
}
