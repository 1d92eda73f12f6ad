import { createInterface } from 'node:readline';

import type { Choice } from '@commonthread/ballot-protocol';
import { Injectable } from '@nestjs/common';

import type { CurrentUser } from '../../identity/index.js';
import { HeldVotesRepository } from '../held-votes.repository.js';
import { OfficersWords } from '../officers-words.js';
import type { UrnBatch, UrnSample } from '../urn/urn-answers.js';
import { UrnClient } from '../urn/urn-client.js';
import { VotingRounds } from '../voting-rounds.js';
import { type Announcement, AnnouncedSamplesRepository } from './announced-samples.repository.js';
import { CHECKING, DRAWING } from './sample-acts.js';

export interface SampleNow {
  readonly announced: Announcement | undefined;
  readonly drawn: UrnSample | undefined;
}

export interface SampledSheet {
  readonly serial: string;
  readonly batch: string;
  readonly choices: readonly Choice[];
}

export interface SampleOffice extends SampleNow {
  /** An act that one officer has done and another must do too. */
  readonly asked: { readonly act: 'draw' | 'check'; readonly mine: boolean } | undefined;
  /** What the log says the drawn sheets say, in the order drawn. */
  readonly sheets: readonly SampledSheet[];
}

/** How the paper ballots added up and what their check found. */
@Injectable()
export class SampleQueries {
  constructor(
    private readonly rounds: VotingRounds,
    private readonly votes: HeldVotesRepository,
    private readonly samples: AnnouncedSamplesRepository,
    private readonly words: OfficersWords,
    private readonly urn: UrnClient,
  ) {}

  /** For everybody: batches once the log has its last entry, the sample from its announcement on. @throws RoundUnknown */
  async record(slug: string): Promise<SampleNow & { readonly batches: readonly UrnBatch[] }> {
    const { id } = await this.rounds.public(slug);
    const stored = (await this.votes.of(id))?.stage === 'stored';
    const [now, batches] = await Promise.all([this.now(id, stored), stored ? this.urn.batches(id) : []]);
    return { ...now, batches };
  }

  /** @throws RoundUnknown | RoleMissing | SecondFactorNeeded */
  async office(user: CurrentUser, slug: string): Promise<SampleOffice> {
    const { id } = await this.rounds.forInsider(user, slug);
    const stored = (await this.votes.of(id))?.stage === 'stored';
    const [now, words] = await Promise.all([this.now(id, stored), this.words.waiting(id, 'sample-')]);
    const [word] = words.filter(({ act }) => act === DRAWING || act === CHECKING);
    return {
      ...now,
      asked: word && { act: word.act === DRAWING ? 'draw' : 'check', mine: word.personId === user.id },
      sheets: now.drawn ? await this.published(id, now.drawn.serials) : [],
    };
  }

  private async now(id: string, stored: boolean): Promise<SampleNow> {
    const [announced, drawn] = await Promise.all([
      this.samples.of(id),
      stored ? this.urn.sample(id) : undefined,
    ]);
    return { announced, drawn };
  }

  /** The lines of some sheets in the file that everybody checks the vote with. */
  private async published(id: string, serials: readonly string[]): Promise<SampledSheet[]> {
    const found = new Map<string, SampledSheet>();
    const lines = createInterface({ input: await this.urn.file(id, 'ballots.ndjson'), crlfDelay: Infinity });
    for await (const text of lines) {
      const line = JSON.parse(text) as { serial?: string; batch?: string; body?: { choices: Choice[] } };
      if (line.serial === undefined || !serials.includes(line.serial)) continue;
      found.set(line.serial, {
        serial: line.serial,
        batch: line.batch ?? '',
        choices: line.body?.choices ?? [],
      });
    }
    return serials.flatMap((serial) => found.get(serial) ?? []);
  }
}
