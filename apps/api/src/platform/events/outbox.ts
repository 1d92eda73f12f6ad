import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

export interface EventKind<Data extends object> {
  /** Past tense, dotted: `proposal.moved`. */
  readonly name: string;
  /** Only carries the type of what an event of this kind says. */
  readonly example?: Data;
}

/** Which event it is: the same each time it is tried. */
export interface EventMark {
  readonly id: string;
  readonly at: Date;
}

export type EventHandler<Data extends object> = (
  data: Data,
  manager: EntityManager,
  mark: EventMark,
) => Promise<void>;

interface Waiting extends EventMark {
  readonly name: string;
  readonly data: object;
  readonly failures: number;
}

const PAUSE_MS = 500;
const LONGEST_WAIT_S = 600;

/**
 * Events from lower features to higher ones. An event is written in the transaction of the act it tells of, and
 * deleted in the transaction of what its handlers do: nothing is lost and nothing happens twice across a crash.
 * Effects outside the database (mail) belong in a job that a handler leaves behind.
 *
 * Events of one act may be handled in any order after a failure: a handler reads how things stand, it does not
 * trust the order.
 */
@Injectable()
export class Outbox implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('outbox');
  private readonly handlers = new Map<string, EventHandler<never>[]>();
  private relaying: Promise<unknown> = Promise.resolve();
  private stopped = false;

  constructor(private readonly database: DataSource) {}

  /** @param data no personal data: ids and codes */
  async append<Data extends object>(
    { name }: EventKind<Data>,
    data: Data,
    manager: EntityManager,
  ): Promise<void> {
    await manager.query('INSERT INTO outbox (name, data) VALUES ($1, $2)', [name, JSON.stringify(data)]);
  }

  /** Called while the module starts. Several handlers of one event stand or fall together. */
  handle<Data extends object>({ name }: EventKind<Data>, handler: EventHandler<Data>): void {
    this.handlers.set(name, [...(this.handlers.get(name) ?? []), handler as EventHandler<never>]);
  }

  /** Handles everything that is due now. */
  async drain(): Promise<void> {
    while (!this.stopped && (await this.next()));
  }

  onApplicationBootstrap(): void {
    this.relaying = this.relay();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    await this.relaying;
  }

  private async relay(): Promise<void> {
    while (!this.stopped) {
      await this.drain().catch((error: unknown) => this.log.error(wordsOf(error)));
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }

  /** @returns whether there was one */
  private async next(): Promise<boolean> {
    let taken: Waiting | undefined;
    try {
      await this.database.transaction(async (manager) => {
        [taken] = await manager.query<Waiting[]>(
          `SELECT id, at, name, data, failures FROM outbox WHERE next_try_at <= clock_timestamp()
           ORDER BY next_try_at, id LIMIT 1 FOR UPDATE SKIP LOCKED`,
        );
        if (!taken) return;
        for (const handler of this.handlers.get(taken.name) ?? [])
          await handler(taken.data as never, manager, { id: taken.id, at: taken.at });
        await manager.query('DELETE FROM outbox WHERE id = $1', [taken.id]);
      });
    } catch (error) {
      if (!taken) throw error;
      await this.postpone(taken, error);
    }
    return taken !== undefined;
  }

  private async postpone({ id, name, failures }: Waiting, error: unknown): Promise<void> {
    this.log.error(`${name} ${id}, try ${failures + 1}: ${wordsOf(error)}`);
    const seconds = Math.min(2 ** failures, LONGEST_WAIT_S);
    await this.database.query(
      `UPDATE outbox SET failures = failures + 1, next_try_at = clock_timestamp() + make_interval(secs => $2)
       WHERE id = $1`,
      [id, seconds],
    );
  }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : 'thrown value is not an Error';
}
