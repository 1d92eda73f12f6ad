import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '@commonthread/kernel';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';

export class TooManyTries extends DomainError {
  override readonly kind = 'too-many';
  override readonly code: string = 'request.too-many';

  constructor(retryAfterSeconds: number) {
    super(`Too many tries. Wait ${retryAfterSeconds} seconds and try again.`, { retryAfterSeconds });
  }
}

/** One allowance: `points` tries in `seconds`. `name` keeps the counters of different rules apart. */
export interface Allowance {
  readonly name: string;
  readonly points: number;
  readonly seconds: number;
}

/** Counts tries in PostgreSQL, so that every process and every restart sees the same numbers. */
@Injectable()
export class RateLimits {
  private readonly limiters = new Map<string, RateLimiterPostgres>();

  constructor(@Inject(DataSource) private readonly database: DataSource) {}

  /** Takes one try. @throws TooManyTries with the seconds to wait */
  async take(allowance: Allowance, key: string): Promise<void> {
    try {
      await this.limiter(allowance).consume(key);
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      throw new TooManyTries(Math.max(1, Math.ceil(refused.msBeforeNext / 1000)));
    }
  }

  /** How many tries were taken of late. */
  async used(allowance: Allowance, key: string): Promise<number> {
    return (await this.limiter(allowance).get(key))?.consumedPoints ?? 0;
  }

  /** Forgets the tries of one key: after a success an honest person starts afresh. */
  async forget(allowance: Allowance, key: string): Promise<void> {
    await this.limiter(allowance).delete(key);
  }

  private limiter(allowance: Allowance): RateLimiterPostgres {
    let limiter = this.limiters.get(allowance.name);
    if (!limiter) {
      const { name, points, seconds } = allowance;
      const storeClient = (this.database.driver as unknown as { master: unknown }).master;
      limiter = new RateLimiterPostgres({
        storeClient,
        storeType: 'pool',
        tableName: 'rate_limits',
        tableCreated: true,
        clearExpiredByTimeout: false,
        keyPrefix: name,
        points,
        duration: seconds,
      });
      this.limiters.set(name, limiter);
    }
    return limiter;
  }
}
