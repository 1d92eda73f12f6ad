import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { PgBoss } from 'pg-boss';
import type { EntityManager } from 'typeorm';

import { type Config, CONFIG } from '../config/index.js';

export interface JobKind<Data extends object> {
  readonly name: string;
  /** How often a job that failed is tried again; twice at once, unless it says otherwise. */
  readonly retries?: Retries;
  /** Only carries the type of what a job of this kind is given. */
  readonly example?: Data;
}

export interface Retries {
  readonly times: number;
  /** Seconds before the first; each wait is about twice the one before. */
  readonly first: number;
  /** No wait is longer, in seconds. */
  readonly most: number;
}

/** A job that failed at least once: to be tried again at a time, or given up. */
export interface TroubledJob {
  readonly since: Date;
  readonly nextTryAt: Date | null;
}

/** As many of a queue as anybody is shown. */
const MOST_SHOWN = 1_000;

/** Long work, kept in PostgreSQL by pg-boss: it survives a restart and runs again when a worker died. */
@Injectable()
export class Jobs implements OnModuleInit, OnApplicationShutdown {
  private readonly log = new Logger('jobs');
  private readonly boss: PgBoss;
  private readonly started: Promise<unknown>;

  constructor(@Inject(CONFIG) config: Config) {
    // The schema comes with the migrations: the API may not make one.
    this.boss = new PgBoss({
      connectionString: config.databaseUrl,
      schema: 'jobs',
      createSchema: false,
      max: 3,
    });
    this.boss.on('error', (error) => this.log.error(error.message));
    this.started = this.boss.start();
  }

  async onModuleInit(): Promise<void> {
    await this.started;
  }

  /** Runs `work` for each job of a kind, one at a time, starting within half a second. */
  async handle<Data extends object>(kind: JobKind<Data>, work: (data: Data) => Promise<void>): Promise<void> {
    await this.started;
    const { retries } = kind;
    const retrying = retries
      ? {
          retryLimit: retries.times,
          retryDelay: retries.first,
          retryBackoff: true,
          retryDelayMax: retries.most,
        }
      : { retryLimit: 2 };
    const queue = { ...retrying, expireInSeconds: 1800, heartbeatSeconds: 60 };
    await this.boss.createQueue(kind.name, queue);
    // A queue of an earlier version keeps its rules otherwise.
    await this.boss.updateQueue(kind.name, queue);
    await this.boss.work<Data>(kind.name, { pollingIntervalSeconds: 0.5 }, async ([job]) => {
      if (job) await work(job.data);
    });
  }

  async start<Data extends object>(kind: JobKind<Data>, data: Data): Promise<void> {
    await this.started;
    await this.boss.send(kind.name, data);
  }

  /** The jobs of a kind that failed so far, oldest first. */
  async troubled(kind: JobKind<object>): Promise<TroubledJob[]> {
    const jobs = await this.failedOf(kind);
    return jobs.map(({ state, createdOn, startAfter }) => ({
      since: createdOn,
      nextTryAt: state === 'failed' ? null : startAfter,
    }));
  }

  /** Tries every job of a kind that failed so far anew, at once. @returns how many */
  async again<Data extends object>(kind: JobKind<Data>): Promise<number> {
    const jobs = await this.failedOf<Data>(kind);
    for (const { id, data } of jobs) {
      await this.boss.deleteJob(kind.name, id);
      await this.boss.send(kind.name, data);
    }
    return jobs.length;
  }

  private async failedOf<Data extends object>({ name }: JobKind<Data>) {
    await this.started;
    const jobs = await this.boss.findJobs<Data>(name, { limit: MOST_SHOWN });
    return jobs.filter(({ state }) => state === 'retry' || state === 'failed');
  }

  /**
   * Starts a job some seconds after the caller's transaction, if it commits. Asked for many times within those seconds
   * it runs once.
   */
  async startWith<Data extends object>(
    manager: EntityManager,
    kind: JobKind<Data>,
    data: Data,
    seconds: number,
  ): Promise<void> {
    await this.started;
    const executeSql = async (text: string, values?: unknown[]) => ({
      rows: await manager.query(text, values),
    });
    await this.boss.send(kind.name, data, {
      db: { executeSql },
      startAfter: seconds,
      singletonSeconds: seconds,
      singletonNextSlot: true,
    });
  }

  /** Runs `work` once a minute, in one process at a time, however many there are. */
  async everyMinute(name: string, work: () => Promise<void>): Promise<void> {
    await this.handle({ name }, work);
    await this.boss.schedule(name, '* * * * *', null, { retryLimit: 0 });
  }

  /** Runs `work` at three at night where the council is, in one process, however many there are. */
  async everyNight(name: string, work: () => Promise<void>): Promise<void> {
    await this.handle({ name }, work);
    await this.boss.schedule(name, '0 3 * * *', null, { retryLimit: 2, tz: 'Europe/London' });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.boss.stop({ graceful: true, timeout: 5_000 });
  }
}
