import type { Readable } from 'node:stream';

import { EXPORT_FILES } from '@commonthread/ballot-protocol';
import { Injectable } from '@nestjs/common';

import type { CurrentUser } from '../../identity/index.js';
import type { ExportDigest } from '../held-vote.js';
import { HeldVotesRepository } from '../held-votes.repository.js';
import { UrnClient } from '../urn/urn-client.js';
import { ExportNotPublished, TooFewToPublish } from '../voting.errors.js';
import { VotingRounds } from '../voting-rounds.js';

/** Below this the public gets totals alone; named scrutineers, officers and auditors, get everything. */
export const LEAST_TO_PUBLISH = 30;

/** The files of a vote that anybody can check the count with. */
@Injectable()
export class ExportFiles {
  constructor(
    private readonly rounds: VotingRounds,
    private readonly votes: HeldVotesRepository,
    private readonly urn: UrnClient,
  ) {}

  /** The files the reader gets. @throws RoundUnknown | ExportNotPublished */
  async list(user: CurrentUser | undefined, slug: string): Promise<ExportDigest[]> {
    const { whole, digests } = await this.readable(user, slug);
    return digests.filter(({ file }) => whole || file !== 'ballots.ndjson');
  }

  /** @throws RoundUnknown | ExportNotPublished, also for a file that there never is | TooFewToPublish | UrnUnreachable */
  async open(user: CurrentUser | undefined, slug: string, file: string): Promise<Readable> {
    const { id, whole } = await this.readable(user, slug);
    if (!(EXPORT_FILES as readonly string[]).includes(file)) throw new ExportNotPublished();
    if (file === 'ballots.ndjson' && !whole) throw new TooFewToPublish(LEAST_TO_PUBLISH);
    return this.urn.file(id, file);
  }

  private async readable(
    user: CurrentUser | undefined,
    slug: string,
  ): Promise<{ id: string; whole: boolean; digests: readonly ExportDigest[] }> {
    const round = await this.rounds.public(slug);
    const held = await this.votes.of(round.id);
    const insider = await this.rounds.isInsider(user, round);
    if (held?.stage !== 'stored' || (round.publishedCountId === null && !insider))
      throw new ExportNotPublished();
    return {
      id: round.id,
      whole: insider || (round.ballots ?? 0) >= LEAST_TO_PUBLISH,
      digests: held.exportFiles,
    };
  }
}
