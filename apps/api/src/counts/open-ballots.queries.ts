import { Injectable } from '@nestjs/common';
import { minorPerUnit, type PbPaper, type PbVote, streamPb } from '@commonthread/pabulib';
import type { Ballot } from '@commonthread/voting';

import type { CurrentUser } from '../identity/index.js';
import { BallotProjects } from '../proposals/index.js';
import type { RoundNow } from '../rounds/index.js';
import { BallotBox } from './ballot-box.js';
import { countPaper } from './count-paper.js';
import { INPUTS_HASH } from './counting/inputs-hash.js';
import { TooFewBallots } from './counts.errors.js';
import { CountsQueries } from './counts.queries.js';
import { CountsRepository } from './counts.repository.js';

/** Ballots of a smaller vote held here could be guessed; an imported election was published before. */
const LEAST_TO_PUBLISH = 30;

/** What anyone needs to count again: the ballots in an open format, and the count's own words. */
@Injectable()
export class OpenBallotsQueries {
  constructor(
    private readonly queries: CountsQueries,
    private readonly counts: CountsRepository,
    private readonly projects: BallotProjects,
    private readonly ballots: BallotBox,
  ) {}

  /**
   * The ballots as a Pabulib file, only once the count is published, piece by piece: memory does not grow with them.
   *
   * @throws CountNotPublished | TooFewBallots before the first piece
   */
  async pabulibFile(roundSlug: string): Promise<AsyncGenerator<string>> {
    const { count, round } = await this.queries.published(roundSlug);
    if (!round.imported && (await this.ballots.size(round.id)) < LEAST_TO_PUBLISH)
      throw new TooFewBallots(LEAST_TO_PUBLISH);
    const projects = await this.projects.ofRound(round.id);
    const { outcome } = await this.counts.resultOf(count.id);
    const funded = new Set(outcome.winners);
    const paper: PbPaper = {
      meta: metaOf(round),
      voteType: countPaper(round, projects).voteType,
      budgetMinor: round.budgetPence,
      minorPerUnit: minorPerUnit(round.currency),
      projects: projects.map(
        ({ ballotId, costPence, title, categories, neighbourhood, latitude, longitude }) => ({
          id: ballotId,
          costMinor: costPence,
          name: title,
          categories,
          beneficiaries: [],
          selected: funded.has(ballotId) ? 1 : 0,
          ...(neighbourhood !== null && { neighbourhood }),
          ...(latitude !== null && longitude !== null && { latitude, longitude }),
          other: [],
        }),
      ),
      otherProjectColumns: [],
      otherVoteColumns: [],
    };
    return streamPb(paper, () => numbered(this.ballots.pages(round.id)), { projectOrder: 'file' });
  }

  /** @throws CountNotFound | CountNotPublished | CountNotRun */
  async bundle(countId: string, user: CurrentUser | undefined): Promise<object> {
    const { count, round } = await this.queries.visible(countId, user);
    const { outcome } = await this.counts.resultOf(countId);
    const paper = countPaper(round, await this.projects.ofRound(round.id));
    return {
      format: 'commonthread-count/1',
      round: round.slug,
      count: count.id,
      state: count.state,
      computedAt: count.computedAt?.toISOString() ?? null,
      rule: count.rule,
      paper,
      inputsSha256: count.inputsSha256,
      inputsHashing: INPUTS_HASH,
      ballots: `/api/rounds/${round.slug}/ballots.pb`,
      outcome,
    };
  }
}

/** Ballots under numbers of their own: whose they are was never known here. */
async function* numbered(pages: AsyncIterable<Ballot[]>): AsyncGenerator<PbVote[]> {
  let voter = 0;
  for await (const page of pages)
    yield page.map((ballot) => ({ ...ballot, voterId: String(++voter), other: [] }));
}

function metaOf(round: RoundNow): Map<string, string> {
  if (round.importedFrom) return new Map(round.importedFrom.meta.map(({ key, value }) => [key, value]));
  const voting = round.phases.find(({ kind }) => kind === 'voting');
  const day = (at: Date): string => at.toISOString().slice(0, 10).split('-').reverse().join('.');
  return new Map([
    ['description', round.title],
    ['country', 'United Kingdom'],
    ['unit', round.slug],
    ['instance', String((voting?.closesAt ?? round.now).getUTCFullYear())],
    ['rule', round.rule.rule === 'equal-shares' ? 'equalshares' : round.rule.rule],
    ...(voting
      ? ([
          ['date_begin', day(voting.opensAt)],
          ['date_end', day(voting.closesAt)],
        ] as const)
      : []),
    ['language', 'en'],
    ['currency', round.currency],
  ]);
}
