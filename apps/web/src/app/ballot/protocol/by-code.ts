import { inject, Injectable } from '@angular/core';
import {
  base64url,
  credentialFrom,
  makeCast,
  paperOf,
  seedFromChangeCode,
  type Choice,
  type Manifest,
  type StylePaper,
} from '@commonthread/ballot-protocol';
import { checkChoices } from '@commonthread/paper-rules';
import type { KeptVote } from '../device/kept-vote.js';
import { Urn, UrnRefused } from './urn.js';

/**
 * Finds the vote of a change code. The ballot box answers no questions about a pass, but whoever holds its key may try to
 * cast: a first version without a pass can never be stored, and the refusal says which version counts now.
 */
@Injectable({ providedIn: 'root' })
export class ByCode {
  private readonly urn = inject(Urn);

  /**
   * @returns the vote as far as the code tells, or null when no vote was cast with it
   * @throws ChangeCodeInvalid | UrnRefused
   */
  async find(manifest: Manifest, typed: string): Promise<KeptVote | null> {
    const seed = seedFromChangeCode(typed);
    const { election } = manifest;
    for (const { style } of manifest.styles) {
      const rev = await this.versions(manifest, style, seed);
      if (rev > 0) {
        const nothing = { pending: null, pass: null, cast: null, last: null };
        return { election, style, seed: base64url(seed), ...nothing, rev, remember: false };
      }
    }
    return null;
  }

  private async versions(manifest: Manifest, style: string, seed: Uint8Array): Promise<number> {
    const choices = leastChoices(paperOf(manifest, style)!);
    const probe = makeCast(credentialFrom(seed), { election: manifest.election, style, rev: 1, choices });
    try {
      await this.urn.cast(probe);
    } catch (cause) {
      if (!(cause instanceof UrnRefused)) throw cause;
      const { title, nextRev } = cause.problem;
      if (title === 'pass.invalid') return 0;
      if (title === 'ballot.revision-taken' && typeof nextRev === 'number') return nextRev - 1;
      throw cause;
    }
    throw new Error('the ballot box took a ballot without a pass');
  }
}

/** Any choices this paper allows: nothing, or else as little as it asks for. */
function leastChoices(paper: StylePaper): readonly Choice[] {
  const cheapest = [...paper.projects].sort((a, b) => a.costMinor - b.costMinor);
  const most = paper.limits.maxLength ?? paper.projects.length;
  const points = paper.limits.minPoints ?? 1;
  for (let n = 0; n <= most; n++) {
    const ids = cheapest.slice(0, n).map(({ id }) => id);
    for (const choices of [ids, ids.map((id) => [id, points] as const)]) {
      try {
        return checkChoices(paper, choices);
      } catch {
        // Too few for this paper: one more.
      }
    }
  }
  return [];
}
