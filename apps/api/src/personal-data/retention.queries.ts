import { Injectable } from '@nestjs/common';

import { type LastRun, Retention, type RetentionRule } from '../platform/retention/index.js';

/** What is cleared away by schedule, and when it last was. */
@Injectable()
export class RetentionQueries {
  constructor(private readonly retention: Retention) {}

  async schedule(): Promise<{ rule: RetentionRule; last: LastRun | null }[]> {
    const runs = await this.retention.lastRuns();
    return this.retention.all().map((rule) => ({ rule, last: runs.get(rule.name) ?? null }));
  }
}
