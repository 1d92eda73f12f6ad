import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';

import { openCheckpoint, type Checkpoint } from '@commonthread/ballot-protocol';
import { Inject, Injectable } from '@nestjs/common';

import type { Election } from '../elections/index.js';
import { CONFIG, type Config } from '../platform/config/index.js';
import { LogKey } from './log-key.js';
import { LogInIncident } from './log.errors.js';

/** The log's name is the one its election was opened under, whatever this service is called today. */
export type Logged = Pick<Election, 'id' | 'manifest'>;

/**
 * The newest checkpoint of each election in a folder outside the database. A database restored from an older backup
 * cannot take these files back with it. Names are election ids, which hold no dot or slash.
 */
@Injectable()
export class CheckpointFiles {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly key: LogKey,
  ) {}

  /** @throws LogInIncident when the file is there but is not a checkpoint of this log */
  async newest({ id, manifest }: Logged): Promise<Checkpoint | undefined> {
    const note = await readFile(this.pathOf(id), 'utf8').catch((fault: NodeJS.ErrnoException) => {
      if (fault.code === 'ENOENT') return undefined;
      throw fault;
    });
    if (note === undefined) return undefined;
    const { publicKey } = await this.key.signer();
    return openCheckpoint(note, manifest.log.origin, publicKey).catch(() => {
      throw new LogInIncident();
    });
  }

  /** Only ever forward: an older checkpoint never replaces a newer one. */
  async keep(election: Logged, size: number, note: string): Promise<void> {
    const known = await this.newest(election);
    if (known && known.size >= size) return;
    await mkdir(this.config.checkpointFolder, { recursive: true });
    const path = this.pathOf(election.id);
    const draft = `${path}.${process.pid}`;
    const file = await open(draft, 'w');
    try {
      await file.writeFile(note);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  }

  private pathOf(election: string): string {
    return join(this.config.checkpointFolder, `${election}.checkpoint`);
  }
}
