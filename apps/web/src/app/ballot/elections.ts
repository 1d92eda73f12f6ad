import { inject, Injectable } from '@angular/core';
import type { Api } from '@commonthread/api-client';
import type { Manifest } from '@commonthread/ballot-protocol';
import { BallotApi, type Round } from './ballot-api.js';
import { DEVICE_STORE } from './device/device-store.js';
import { evidenceKey } from './device/kept-vote.js';
import { ElectionMismatch, trustedElection } from './protocol/trusted-election.js';
import { Urn, type UrnElection } from './protocol/urn.js';

/** An election whose manifest was checked in this browser. */
export interface OpenedElection {
  readonly manifest: Manifest;
  /** The projects of the paper as the site calls them now, with their proposals. */
  readonly projects: readonly Api<'PaperProjectDto'>[];
  readonly state: UrnElection['state'];
  /** Whether the ballot box signs nothing because its log does not continue what was published. */
  readonly incident: boolean;
}

@Injectable({ providedIn: 'root' })
export class Elections {
  private readonly api = inject(BallotApi);
  private readonly urn = inject(Urn);
  private readonly store = inject(DEVICE_STORE);

  /** @throws ElectionMismatch | FormatInvalid | UrnRefused | HttpErrorResponse */
  async open(round: Pick<Round, 'id' | 'slug' | 'paperSha256'>): Promise<OpenedElection> {
    const [told, keys, { projects }] = await Promise.all([
      this.urn.election(round.id),
      this.api.issuerKeys(round.slug),
      this.api.ballotPaper(round.slug),
    ]);
    try {
      const manifest = trustedElection(round, keys, told);
      return { manifest, projects, state: told.state, incident: told.incident };
    } catch (cause) {
      if (cause instanceof ElectionMismatch) await this.store.put(evidenceKey(round.id), cause.evidence);
      throw cause;
    }
  }
}
