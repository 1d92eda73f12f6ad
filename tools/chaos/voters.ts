import { setTimeout as wait } from 'node:timers/promises';

import {
  base64url,
  commitmentOf,
  credentialFrom,
  makeCast,
  newSeed,
  type Cast,
  type Credential,
  type Pass,
} from '@commonthread/ballot-protocol';
import type { SampleElection } from '@commonthread/ballot-protocol/sample';

const CLIENTS = 12;
const CHOICES = ['benches', 'mural', 'ramp'];

/** What the voters sent and were promised, by commitment. */
export interface Voted {
  readonly sent: ReadonlySet<string>;
  /** Receipts, as the bytes that came. */
  readonly promised: ReadonlyMap<string, string>;
  /** Ballots that got a second receipt unlike the first. */
  readonly changedReceipts: number;
  /** Ballots refused although nothing was wrong with them. */
  readonly refused: number;
}

/** Somebody who votes. */
export interface Voter {
  readonly credential: Credential;
  /** Asks until there is one, whatever is down meanwhile. */
  pass(): Promise<Pass>;
}

/** Voters whose passes are made beforehand. */
export function prepareVoters(
  { manifest, issuePass }: SampleElection,
  election: string,
  count: number,
): Promise<Voter[]> {
  const style = manifest.styles[0]!.style;
  return Promise.all(
    Array.from({ length: count }, async () => {
      const credential = credentialFrom(newSeed());
      const pass = await issuePass({ election, style, cred: credential.publicKey });
      return { credential, pass: async () => pass };
    }),
  );
}

/**
 * Twelve voters at a time, each sending the same bytes again until a receipt comes, as the ballot page does. Every
 * third changes their vote once.
 */
export async function vote(
  address: string,
  voters: readonly Voter[],
  subject: { readonly election: string; readonly style: string },
  pauseMs: number,
): Promise<Voted> {
  const sent = new Set<string>();
  const promised = new Map<string, string>();
  let [next, changedReceipts, refused] = [0, 0, 0];

  const castUntilPromised = async (cast: Cast): Promise<boolean> => {
    const commitment = base64url(commitmentOf(cast.header, cast.body));
    sent.add(commitment);
    for (;;) {
      const answer = await send(address, cast);
      if (answer?.status === 200) {
        const known = promised.get(commitment);
        if (known !== undefined && known !== answer.text) changedReceipts++;
        promised.set(commitment, answer.text);
        return true;
      }
      if (answer && answer.status < 500) {
        refused++;
        return false;
      }
      await wait(50 + Math.random() * 100);
    }
  };
  const client = async (): Promise<void> => {
    for (let voter = next++; voter < voters.length; voter = next++) {
      const { credential, pass } = voters[voter]!;
      const signed = await pass();
      for (let rev = 1; rev <= (voter % 3 === 0 ? 2 : 1); rev++) {
        const choices = [CHOICES[(voter + rev) % CHOICES.length]!];
        const cast = makeCast(credential, { ...subject, rev, choices }, signed);
        if (!(await castUntilPromised(cast))) break;
        // Now and then a receipt is lost on the way and asked for again.
        if (voter % 5 === 0) await castUntilPromised(cast);
        await wait(Math.random() * 2 * pauseMs);
      }
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return { sent, promised, changedReceipts, refused };
}

async function send(address: string, cast: Cast): Promise<{ status: number; text: string } | undefined> {
  try {
    const answer = await fetch(`${address}/urn/cast`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(cast),
      signal: AbortSignal.timeout(8_000),
    });
    return { status: answer.status, text: await answer.text() };
  } catch {
    return undefined;
  }
}
