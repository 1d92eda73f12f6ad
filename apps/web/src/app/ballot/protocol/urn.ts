import { inject, Injectable, InjectionToken } from '@angular/core';
import type { Problem } from '@commonthread/api-client';
import { readReceipt, type Cast, type Receipt } from '@commonthread/ballot-protocol';

/** The browser's own `fetch`. */
export const FETCH = new InjectionToken<typeof fetch>('fetch', {
  providedIn: 'root',
  factory: () => (input, init) => fetch(input, init),
});

/** What the ballot box says of an election; nothing in it depends on a choice. */
export interface UrnElection {
  readonly election: string;
  readonly state: 'open' | 'closed' | 'finished';
  readonly manifestSha256: string;
  /** To be read by `readManifest`. */
  readonly manifest: unknown;
  readonly incident: boolean;
}

/** Where the log holds a ballot. */
export interface Inclusion {
  readonly index: number;
  readonly size: number;
  /** base64url, from the leaf up. */
  readonly proof: readonly string[];
  /** The signed checkpoint that the proof is for. */
  readonly note: string;
}

/** The ballot box said no, or could not be reached (`unreachable`: it may be tried again). */
export class UrnRefused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
  }
}

const PATIENCE_MS = 30_000;

/**
 * Every call to the ballot box. None says who calls: no cookie, no token, no referrer. So these calls go past Angular's
 * HTTP client, which adds the session.
 */
@Injectable({ providedIn: 'root' })
export class Urn {
  private readonly fetch = inject(FETCH);

  /** @throws UrnRefused */
  election(id: string): Promise<UrnElection> {
    return this.json<UrnElection>(`elections/${encodeURIComponent(id)}`);
  }

  /** The same ballot always gets the same receipt, so it may be sent again. @throws UrnRefused | FormatInvalid */
  async cast(cast: Cast): Promise<Receipt> {
    const answer = await this.json<unknown>('cast', {
      method: 'POST',
      body: JSON.stringify(cast),
      headers: { 'content-type': 'application/json' },
    });
    return readReceipt(answer, 'receipt');
  }

  /** @returns null while the log does not hold it, or never will. @throws UrnRefused */
  inclusion(election: string, commitment: string): Promise<Inclusion | null> {
    return this.unlessMissing(
      this.json<Inclusion>(
        `elections/${encodeURIComponent(election)}/inclusion/${encodeURIComponent(commitment)}`,
      ),
    );
  }

  /** The newest signed note, or null before the first. @throws UrnRefused */
  checkpoint(election: string): Promise<string | null> {
    return this.unlessMissing(
      this.ask(`elections/${encodeURIComponent(election)}/checkpoint`).then((answer) => answer.text()),
    );
  }

  /** @throws UrnRefused */
  async consistency(election: string, from: number, to: number): Promise<readonly string[]> {
    const query = new URLSearchParams({ from: String(from), to: String(to) });
    const answer = await this.json<{ proof: string[] }>(
      `elections/${encodeURIComponent(election)}/consistency?${query}`,
    );
    return answer.proof;
  }

  /** The published ballots, a line each; null before they are published, or when they are too few to be. @throws UrnRefused */
  async ballots(election: string): Promise<string | null> {
    try {
      const answer = await this.ask(`elections/${encodeURIComponent(election)}/export/ballots.ndjson`);
      return await answer.text();
    } catch (cause) {
      if (cause instanceof UrnRefused && [403, 404].includes(cause.problem.status)) return null;
      throw cause;
    }
  }

  private async json<T>(path: string, init: RequestInit = {}): Promise<T> {
    const answer = await this.ask(path, init);
    return (await answer.json().catch(() => {
      throw unreachable();
    })) as T;
  }

  private async ask(path: string, init: RequestInit = {}): Promise<Response> {
    const answer = await this.fetch(`/urn/${path}`, {
      ...init,
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(PATIENCE_MS),
    }).catch(() => {
      throw unreachable();
    });
    if (answer.ok) return answer;
    const body: unknown = await answer.json().catch(() => null);
    const explained = typeof body === 'object' && body !== null && 'title' in body && 'detail' in body;
    throw explained ? new UrnRefused({ ...(body as Problem), status: answer.status }) : unreachable();
  }

  private async unlessMissing<T>(answer: Promise<T>): Promise<T | null> {
    try {
      return await answer;
    } catch (cause) {
      if (cause instanceof UrnRefused && cause.problem.title === 'log.not-in-log') return null;
      throw cause;
    }
  }
}

function unreachable(): UrnRefused {
  return new UrnRefused({
    type: 'about:blank',
    title: 'unreachable',
    status: 0,
    detail: $localize`We could not reach the ballot box. Check your connection and try again.`,
  });
}
