import { ed25519Signer, type Signer } from '@commonthread/ballot-protocol';
import { Inject, Injectable } from '@nestjs/common';

import { CONFIG, type Config } from '../platform/config/index.js';

/** Key and names of the logs this urn keeps, one log for each election. */
@Injectable()
export class LogKey {
  private readonly made: Promise<Signer>;

  constructor(@Inject(CONFIG) private readonly config: Config) {
    this.made = ed25519Signer(this.config.logKey);
  }

  signer(): Promise<Signer> {
    return this.made;
  }

  /** Name of an election's log, as its manifest and checkpoints give it. */
  originOf(election: string): string {
    return `${this.config.logName}/${election}`;
  }
}
