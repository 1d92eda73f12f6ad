import { Readable } from 'node:stream';

import { Inject, Injectable } from '@nestjs/common';

import { type Config, CONFIG } from '../../platform/config/index.js';
import { UrnRefused, UrnUnreachable } from '../voting.errors.js';
import type { UrnBatch, UrnDifference, UrnElection, UrnLog, UrnSample } from './urn-answers.js';

const PATIENCE_MS = 20_000;

/** The ballot box's door for the back office. It learns what officers do, never who votes. */
@Injectable()
export class UrnClient {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Whether this installation has a ballot box. */
  get exists(): boolean {
    return this.config.urnAdminUrl !== undefined;
  }

  log(election: string): Promise<UrnLog> {
    return this.json('GET', `${election}/log`);
  }

  /** Opening with the same manifest again changes nothing. */
  async open(manifest: unknown): Promise<void> {
    await this.ask('POST', '', { manifest });
  }

  election(election: string): Promise<UrnElection> {
    return this.json('GET', election);
  }

  /** @param by two different officers before the time is over, else none */
  async close(election: string, by: readonly string[]): Promise<void> {
    await this.ask('POST', `${election}/close`, { by });
  }

  async finish(election: string, rollSummary: object): Promise<void> {
    await this.ask('POST', `${election}/finish`, { rollSummary });
  }

  /** One file of the export, whole, as it comes. */
  async file(election: string, file: string): Promise<Readable> {
    const answer = await this.ask('GET', `${election}/export/${file}`, undefined, null);
    return Readable.from((answer.body ?? []) as AsyncIterable<Uint8Array>, { objectMode: false });
  }

  batches(election: string): Promise<UrnBatch[]> {
    return this.json('GET', `${election}/paper`);
  }

  async declareBatch(election: string, declaration: object): Promise<void> {
    await this.ask('POST', `${election}/paper`, declaration);
  }

  key(election: string, batch: string, keying: object): Promise<{ turn: 1 | 2; keyed: number }> {
    return this.json('POST', `${election}/paper/${encodeURIComponent(batch)}/sheets`, keying);
  }

  withdraw(election: string, batch: string, sheet: object): Promise<{ turn: 1 | 2; keyed: number }> {
    return this.json('POST', `${election}/paper/${encodeURIComponent(batch)}/sheets/withdraw`, sheet);
  }

  differences(election: string, batch: string): Promise<UrnDifference[]> {
    return this.json('GET', `${election}/paper/${encodeURIComponent(batch)}/differences`);
  }

  async settle(election: string, batch: string, rulings: object): Promise<void> {
    await this.ask('POST', `${election}/paper/${encodeURIComponent(batch)}/rulings`, rulings);
  }

  async seal(election: string, batch: string, seal: object): Promise<void> {
    await this.ask('POST', `${election}/paper/${encodeURIComponent(batch)}/seal`, seal);
  }

  /** @returns nothing before sheets have been drawn */
  async sample(election: string): Promise<UrnSample | undefined> {
    return this.json<UrnSample>('GET', `${election}/paper/sample`).catch((refused: unknown) => {
      if (refused instanceof UrnRefused && refused.code === 'paper.sample-unknown') return undefined;
      throw refused;
    });
  }

  async drawSample(election: string, draw: object): Promise<void> {
    await this.ask('POST', `${election}/paper/sample`, draw);
  }

  async checkSample(election: string, outcome: object): Promise<void> {
    await this.ask('POST', `${election}/paper/sample/outcome`, outcome);
  }

  private async json<T>(method: string, path: string, body?: object): Promise<T> {
    return (await (await this.ask(method, path, body)).json()) as T;
  }

  private async ask(
    method: string,
    path: string,
    body?: object,
    patienceMs: number | null = PATIENCE_MS,
  ): Promise<Response> {
    if (!this.config.urnAdminUrl) throw new UrnUnreachable();
    const answer = await fetch(`${this.config.urnAdminUrl}/admin/elections${path && `/${path}`}`, {
      method,
      headers: {
        'x-service-token': this.config.urnServiceToken,
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
      // A large export takes its time; everything else is short.
      ...(patienceMs !== null && { signal: AbortSignal.timeout(patienceMs) }),
    }).catch(() => {
      throw new UrnUnreachable();
    });
    if (answer.ok) return answer;
    const problem = (await answer.json().catch(() => ({}))) as { title?: string; detail?: string };
    if (answer.status >= 500 || answer.status === 401 || !problem.title) throw new UrnUnreachable();
    throw new UrnRefused(answer.status, problem.title, problem.detail ?? 'The ballot box refused this.');
  }
}
