import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

import { TooManyTries } from '../../platform/limits/index.js';
import { VotingRounds } from '../voting-rounds.js';
import { NotAtThisStage } from '../voting.errors.js';
import type { Step } from './step.js';
import { StepsRepository } from './steps.repository.js';

/** A library's network stands behind one address, and each ballot is three steps. */
const PER_SOURCE = { points: 600, duration: 10 * 60 };
const WRITE_EVERY_MS = 60_000;

/**
 * Counts steps of ballots. They are gathered in memory and written together, so that neither a row nor the order of
 * transactions says when somebody voted; the last minute of a killed process is not counted. Sources are held in
 * memory alone, as long as the limit lasts.
 */
@Injectable()
export class NoteStep implements OnApplicationShutdown {
  private readonly log = new Logger('voting');
  private readonly limiter = new RateLimiterMemory(PER_SOURCE);
  private gathered = new Map<string, { roundId: string; step: Step; n: number }>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly rounds: VotingRounds,
    private readonly steps: StepsRepository,
  ) {}

  /** `source`: the connection it comes from. @throws RoundUnknown | NotAtThisStage | TooManyTries */
  async execute(source: string, slug: string, step: Step): Promise<void> {
    await this.limiter.consume(source).catch((refused: unknown) => {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      throw new TooManyTries(Math.max(1, Math.ceil(refused.msBeforeNext / 1000)));
    });
    const { id: roundId, state } = await this.rounds.public(slug);
    if (state !== 'voting') throw new NotAtThisStage(state);
    const key = `${roundId} ${step}`;
    this.gathered.set(key, { roundId, step, n: (this.gathered.get(key)?.n ?? 0) + 1 });
    this.timer ??= setTimeout(() => void this.writeLater(), WRITE_EVERY_MS).unref();
  }

  /** Writes what was gathered. */
  async write(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const gathered = [...this.gathered.values()];
    if (gathered.length === 0) return;
    this.gathered = new Map();
    await this.steps.add(gathered);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.writeLater();
  }

  /** A count is not worth a fault: what could not be written is given up. */
  private async writeLater(): Promise<void> {
    await this.write().catch((fault: Error) => this.log.error(`steps were not written: ${fault.name}`));
  }
}
