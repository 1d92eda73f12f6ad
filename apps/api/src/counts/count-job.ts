import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { DomainError } from '@commonthread/kernel';
import type { Ballot, RuleSpec } from '@commonthread/voting';
import { DataSource } from 'typeorm';

import { type JobKind, Jobs } from '../platform/jobs/index.js';
import { BallotProjects } from '../proposals/index.js';
import { Rounds, type RoundNow } from '../rounds/index.js';
import { BallotBox } from './ballot-box.js';
import { comparedRules } from './compared-rules.js';
import { countPaper, voteTypeOf } from './count-paper.js';
import { countInThread } from './counting/counting-thread.js';
import { InputsHash } from './counting/inputs-hash.js';
import type { Counted } from './counting/messages.js';
import { CountsRepository } from './counts.repository.js';
import { everySoOften } from './every-so-often.js';
import { projectRows, type Titles } from './outcome-words.js';

export const COUNTING: JobKind<{ countId: string }> = { name: 'counts.run' };
export const COMPARING: JobKind<{ roundId: string }> = { name: 'counts.compare' };

/** Often enough for a moving bar, rarely enough for the database. */
const PROGRESS_MS = 300;

interface Counting {
  readonly round: RoundNow;
  readonly results: readonly Counted[];
  readonly titles: Titles;
  readonly inputsSha256: string;
}

/** Does the counting itself. A job that died with its process is begun again from the stored ballots. */
@Injectable()
export class CountJob implements OnModuleInit {
  private readonly log = new Logger('counts');

  constructor(
    private readonly database: DataSource,
    private readonly jobs: Jobs,
    private readonly rounds: Rounds,
    private readonly projects: BallotProjects,
    private readonly ballots: BallotBox,
    private readonly counts: CountsRepository,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.jobs.handle(COUNTING, ({ countId }) => this.run(countId));
    for (const countId of await this.counts.unfinished()) await this.jobs.start(COUNTING, { countId });
    await this.jobs.handle(COMPARING, ({ roundId }) => this.compare(roundId));
  }

  private async run(countId: string): Promise<void> {
    const count = await this.counts.byId(countId);
    if (count.state !== 'queued' && count.state !== 'running') return;
    await this.counts.begin(countId);
    try {
      const told = everySoOften(PROGRESS_MS, (done: number) => this.counts.progress(countId, done));
      const { round, results, titles, inputsSha256 } = await this.count(
        count.roundId,
        [count.rule],
        true,
        told,
      );
      const [result] = results;
      if (!result) throw new Error('the counting thread gave no result');
      const projects = projectRows(result, titles, round.currency);
      await this.database.transaction((manager) =>
        this.counts.keepResult(countId, { ...result, inputsSha256, projects }, manager),
      );
    } catch (error) {
      await this.counts.fail(countId, this.reason(error));
      return;
    }
    await this.jobs.start(COMPARING, { roundId: count.roundId });
  }

  private async compare(roundId: string): Promise<void> {
    if (await this.counts.comparisonOf(roundId)) return;
    const round = await this.rounds.byId(roundId);
    const compared = comparedRules(round.rule, voteTypeOf(round));
    const specs = compared.map(({ rule }) => rule);
    const { results } = await this.count(roundId, specs, false, () => {});
    const columns = compared.flatMap(({ key, rule }, index) => {
      const result = results[index];
      if (!result) return [];
      const { outcome, measures, seconds } = result;
      const { winners, totalCostMinor } = outcome;
      return [{ key, rule, winners, totalCostMinor, measures, seconds }];
    });
    await this.counts.keepComparison(roundId, columns);
  }

  private async count(
    roundId: string,
    specs: readonly RuleSpec[],
    explain: boolean,
    onProgress: (done: number) => void,
  ): Promise<Counting> {
    const round = await this.rounds.byId(roundId);
    const projects = await this.projects.ofRound(roundId);
    const paper = countPaper(round, projects);
    const hash = new InputsHash(paper);
    const pages = hashed(this.ballots.pages(roundId), hash);
    const results = await countInThread({ paper, pages, specs, explain, onProgress });
    const titles = new Map(projects.map(({ ballotId, title }) => [ballotId, title]));
    return { round, results, titles, inputsSha256: hash.hex() };
  }

  private reason(error: unknown): string {
    if (error instanceof DomainError) return error.message;
    this.log.error(error instanceof Error ? (error.stack ?? error.message) : 'thrown value is not an Error');
    return 'Something went wrong on our side. Start the count again.';
  }
}

/** The ballots as they are read, each added to the hash on its way. */
async function* hashed(pages: AsyncIterable<Ballot[]>, hash: InputsHash): AsyncGenerator<Ballot[]> {
  for await (const page of pages) {
    for (const ballot of page) hash.ballot(ballot);
    yield page;
  }
}
