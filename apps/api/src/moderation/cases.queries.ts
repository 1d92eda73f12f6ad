import { Injectable } from '@nestjs/common';

import { Authority, type CurrentUser, PersonLabels } from '../identity/index.js';
import { Places, type PlaceRef } from '../places/index.js';
import { type Post, Posts } from '../proposals/index.js';
import { mayAppeal, type ModerationCase, type Report } from './case.js';
import { CasesRepository } from './cases.repository.js';
import { CaseUnknown } from './moderation.errors.js';
import { ReportsRepository } from './reports.repository.js';
import type { Rule } from './rules.js';

const READERS = ['moderator', 'auditor'] as const;

export interface CaseInQueue {
  readonly one: ModerationCase;
  readonly place: PlaceRef | null;
  readonly reports: number;
  readonly rules: readonly Rule[];
  readonly title: string;
}

export interface CasePage extends CaseInQueue {
  readonly post: Post;
  readonly authorLabel: string;
  readonly told: readonly Report[];
  readonly mine: { readonly mayDecide: boolean; readonly why: string | null };
}

/** What moderators and auditors read, and authors of what was decided about their own words. */
@Injectable()
export class CasesQueries {
  constructor(
    private readonly authority: Authority,
    private readonly labels: PersonLabels,
    private readonly places: Places,
    private readonly posts: Posts,
    private readonly cases: CasesRepository,
    private readonly reports: ReportsRepository,
  ) {}

  /** Longest waiting first, of the places the reader holds a role for. */
  async queue(user: CurrentUser): Promise<CaseInQueue[]> {
    const open = await this.cases.open();
    const placeIds = [...new Set(open.map(({ placeId }) => placeId))];
    const may = await Promise.all(placeIds.map((id) => this.authority.holds(user, READERS, id)));
    const mine = new Set(placeIds.filter((_, at) => may[at]));
    return this.inQueue(open.filter(({ placeId }) => mine.has(placeId)));
  }

  /** @throws CaseUnknown | RoleMissing | SecondFactorNeeded */
  async page(user: CurrentUser, number: number): Promise<CasePage> {
    const one = await this.cases.byNumber(number);
    if (!one) throw new CaseUnknown();
    await this.authority.mustHold(user, READERS, one.placeId);
    const [[queued], post, told, labels, moderates] = await Promise.all([
      this.inQueue([one]),
      this.posts.find(one),
      this.reports.ofCase(one.id),
      this.labels.of(one.authorId ? [one.authorId] : []),
      this.authority.holds(user, 'moderator', one.placeId),
    ]);
    if (!queued || !post) throw new CaseUnknown();
    const authorLabel = (one.authorId && labels.get(one.authorId)) || 'Former member';
    return { ...queued, post, authorLabel, told, mine: mayDecide(one, user, moderates) };
  }

  /** Decided against what the reader wrote. */
  async mine(user: CurrentUser): Promise<{ one: ModerationCase; post: Post; mayAppeal: boolean }[]> {
    const cases = await this.cases.against(user.id);
    const posts = await Promise.all(cases.map((one) => this.posts.find(one)));
    return cases.flatMap((one, at) => {
      const post = posts[at];
      return post ? [{ one, post, mayAppeal: mayAppeal(one) }] : [];
    });
  }

  private async inQueue(cases: readonly ModerationCase[]): Promise<CaseInQueue[]> {
    const [places, counts, posts] = await Promise.all([
      this.places.byIds(cases.map(({ placeId }) => placeId)),
      this.reports.counts(cases.map(({ id }) => id)),
      Promise.all(cases.map((one) => this.posts.find(one))),
    ]);
    return cases.map((one, at) => ({
      one,
      place: places.get(one.placeId) ?? null,
      reports: counts.get(one.id)?.reports ?? 0,
      rules: counts.get(one.id)?.rules ?? [],
      title: posts[at]?.title ?? '',
    }));
  }
}

function mayDecide(one: ModerationCase, user: CurrentUser, moderates: boolean): CasePage['mine'] {
  if (one.state !== 'waiting' && one.state !== 'appealed') return { mayDecide: false, why: null };
  if (!moderates) return { mayDecide: false, why: 'Auditors read and decide nothing.' };
  if (one.authorId === user.id)
    return { mayDecide: false, why: 'It is your own: somebody else has to decide.' };
  if (one.state === 'appealed' && one.decidedBy === user.id) {
    return {
      mayDecide: false,
      why: 'You took the decision that is appealed: another moderator has to answer.',
    };
  }
  return { mayDecide: true, why: null };
}
