import { ed25519Signer, type Signer } from '@commonthread/ballot-protocol';
import { Inject, Injectable } from '@nestjs/common';

import { CONFIG, type Config } from '../platform/config/index.js';

/** The key of every log this urn keeps, and the name it would give a new one. */
@Injectable()
export class LogKey {
  private readonly made: Promise<Signer>;

  constructor(@Inject(CONFIG) private readonly config: Config) {
    this.made = ed25519Signer(this.config.logKey);
  }

  signer(): Promise<Signer> {
    return this.made;
  }

  /** Name of the log of an election that is about to open. Its manifest keeps it from then on. */
  newOrigin(election: string): string {
    return `${this.config.logName}/${election}`;
  }
}
