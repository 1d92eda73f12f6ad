import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

import { EXPORT_FILES, verifyExport, type ExportSource, type Report } from '@commonthread/ballot-protocol';
import { checkChoices, countBallots } from '@commonthread/paper-rules';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { BallotBox } from '../../counts/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { Outbox } from '../../platform/events/index.js';
import { NoteBallotsStored, type RoundNow } from '../../rounds/index.js';
import type { ExportDigest } from '../held-vote.js';
import { HeldVotesRepository } from '../held-votes.repository.js';
import { UrnClient } from '../urn/urn-client.js';
import { ExportRefused } from '../voting.errors.js';
import { VOTE_STORED } from '../voting.events.js';
import { countedBallots } from './counted-ballots.js';
import { Digest } from './digest.js';

/** Fetches the export, recomputes everything it claims, and keeps the ballots that count for the count. */
@Injectable()
export class StoreBallots {
  constructor(
    private readonly urn: UrnClient,
    private readonly votes: HeldVotesRepository,
    private readonly ballots: BallotBox,
    private readonly noteBallotsStored: NoteBallotsStored,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
  ) {}

  /** @throws UrnUnreachable | UrnRefused | ExportRefused */
  async execute(round: RoundNow, manager: EntityManager): Promise<void> {
    // What is verified and what is stored must be the same bytes, so they lie in one place in between.
    const folder = await mkdtemp(join(tmpdir(), 'commonthread-export-'));
    try {
      const digests: ExportDigest[] = [];
      for (const file of EXPORT_FILES) {
        const digest = new Digest();
        await pipeline(await this.urn.file(round.id, file), digest, createWriteStream(join(folder, file)));
        digests.push({ file, ...digest.result() });
      }
      const report = await verifyExport(sourceIn(folder), { checkChoices, count: countBallots });
      await this.votes.keepReport(round.id, report);
      refuseFaulty(report, round);
      await this.votes.keepDigests(round.id, digests, manager);
      await this.store(round, folder, manager);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  private async store(round: RoundNow, folder: string, manager: EntityManager): Promise<void> {
    const counted = countedBallots(createReadStream(join(folder, 'ballots.ndjson')));
    const stored = await this.ballots.store(round.id, counted, manager);
    await this.noteBallotsStored.execute(round.id, stored, manager);
    await this.votes.goOn(round.id, 'stored', manager);
    await this.outbox.append(VOTE_STORED, { roundId: round.id }, manager);
    await this.audit.append(
      {
        what: 'voting.ballots-stored',
        actorId: null,
        subject: `round:${round.slug}`,
        facts: { ballots: stored },
      },
      manager,
    );
  }
}

const sourceIn = (folder: string): ExportSource => ({
  names: () => Promise.resolve(EXPORT_FILES),
  open: (file) => createReadStream(join(folder, file)),
});

function refuseFaulty({ ok, election, faults, faultCount }: Report, { id }: RoundNow): void {
  const [first] = faults;
  if (!ok) {
    const where = first
      ? `${first.file}${first.line === null ? '' : `:${first.line}`} ${first.code}`
      : 'unknown';
    throw new ExportRefused(faultCount, where);
  }
  if (election !== id) throw new ExportRefused(1, 'manifest.json: another election');
}
