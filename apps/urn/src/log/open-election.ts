import {
  base64url,
  type Manifest,
  manifestHash,
  manifestText,
  MerkleTree,
  passKeyFrom,
  readManifest,
} from '@commonthread/ballot-protocol';
import { Injectable } from '@nestjs/common';

import { ElectionExists, Elections, ElectionsRepository, LogNotOurs } from '../elections/index.js';
import { LogKey } from './log-key.js';
import { LogWriter } from './log-writer.js';
import { LogRepository } from './log.repository.js';
import { WaitingBallotsRepository } from './waiting-ballots.repository.js';

/** Takes a frozen manifest and begins the election's log with its hash. */
@Injectable()
export class OpenElection {
  constructor(
    private readonly elections: Elections,
    private readonly repository: ElectionsRepository,
    private readonly log: LogRepository,
    private readonly writer: LogWriter,
    private readonly waiting: WaitingBallotsRepository,
    private readonly key: LogKey,
  ) {}

  /**
   * @param sent the manifest as JSON; opening the same one again changes nothing
   * @returns the election's id
   * @throws FormatInvalid | LogNotOurs | ElectionExists | LogInIncident
   */
  async execute(sent: unknown): Promise<string> {
    const manifest = readManifest(sent);
    const id = manifest.election;
    const { publicKey } = await this.key.signer();
    if (!isOurs(manifest, base64url(publicKey))) {
      throw new LogNotOurs();
    }
    await Promise.all(manifest.styles.map(({ issuerKey }) => passKeyFrom(issuerKey)));

    const sha256 = manifestHash(manifest);
    const election = {
      id,
      manifest,
      manifestText: manifestText(manifest),
      manifestSha256: Buffer.from(sha256),
      state: 'open',
      closedAt: null,
    } as const;
    const checkpoint = await this.log.transaction(async (manager) => {
      if (!(await this.repository.add(election, manager))) return undefined;
      await this.waiting.noteNight(id, manager);
      return this.writer.begin(election, new MerkleTree(), manager);
    });
    if (checkpoint) await this.writer.publish(election, checkpoint);
    else if (!(await this.elections.byId(id)).manifestSha256.equals(election.manifestSha256))
      throw new ElectionExists();
    return id;
  }
}

/**
 * Signed with our key, and a log of this election's own. The name before the election is the one we had when the manifest
 * was fixed: a service that moved to another host or port since then keeps its word.
 */
function isOurs({ election, log }: Manifest, key: string): boolean {
  return log.key === key && log.origin.endsWith(`/${election}`);
}
