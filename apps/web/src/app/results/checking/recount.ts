import { canonicalJson, type Json } from '@commonthread/kernel';
import { parsePb, toElection } from '@commonthread/pabulib';
import { checkRuleSpec, count, type Election } from '@commonthread/voting';
import type { CheckNews, Counted } from './messages.js';

/**
 * Counts a published file of ballots by a published rule.
 *
 * @param text the `.pb` file
 * @throws PbMalformed | RuleSpecInvalid | ElectionInvalid: the file or the rule is not what it should be
 */
export async function recount(
  text: string,
  rule: unknown,
  tell: (news: CheckNews) => void,
): Promise<Counted> {
  tell({ kind: 'progress', step: 'reading', done: null });
  const spec = checkRuleSpec(rule);
  const election = toElection(parsePb(text));
  const inputsSha256 = await fingerprint(election);
  tell({ kind: 'progress', step: 'counting', done: 0 });
  const began = performance.now();
  const { winners } = count(election, spec, {
    onProgress: (done) => tell({ kind: 'progress', step: 'counting', done }),
  });
  return {
    kind: 'counted',
    winners,
    ballots: election.ballots.length,
    inputsSha256,
    seconds: (performance.now() - began) / 1000,
  };
}

/**
 * SHA-256 over lines of canonical JSON: first the paper, then each ballot, as the count's bundle describes it.
 *
 * @returns null outside a secure context, where browsers keep their SHA-256 back
 */
async function fingerprint({ ballots, ...paper }: Election): Promise<string | null> {
  if (!globalThis.crypto?.subtle) return null;
  const lines = [paper, ...ballots].map((line) => `${canonicalJson(line as unknown as Json)}\n`);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(lines.join('')));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
