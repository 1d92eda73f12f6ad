import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import type { CurrentUser } from '../../identity/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { OfficersWords } from '../officers-words.js';
import { PaperBatchesQueries } from '../paper/paper-batches.queries.js';
import { UrnClient } from '../urn/urn-client.js';
import { OfficersDiffer, SampleNotAtThisStep } from '../voting.errors.js';
import { type Announcement, AnnouncedSamplesRepository } from './announced-samples.repository.js';

export const DRAWING = 'sample-drawn';
export const CHECKING = 'sample-checked';

/** Tells everybody beforehand how many sheets dice will draw, when and where. */
@Injectable()
export class AnnounceSample {
  constructor(
    private readonly database: DataSource,
    private readonly paper: PaperBatchesQueries,
    private readonly samples: AnnouncedSamplesRepository,
    private readonly audit: AuditLog,
  ) {}

  /** @throws NoVoteHeld | SampleNotAtThisStep */
  async execute(
    user: CurrentUser,
    slug: string,
    announcement: Pick<Announcement, 'sheets' | 'thrownAt' | 'place'>,
  ): Promise<void> {
    const { id } = await this.paper.held(user, slug);
    if (await this.samples.isPast(announcement.thrownAt)) throw new SampleNotAtThisStep('in-the-past');
    await this.database.transaction(async (manager) => {
      if (!(await this.samples.add(id, announcement, user.id, manager)))
        throw new SampleNotAtThisStep('announced-before');
      await this.audit.append(
        {
          what: 'voting.sample-announced',
          actorId: user.id,
          subject: `round:${slug}`,
          facts: { sheets: announcement.sheets, thrownAt: announcement.thrownAt.toISOString() },
        },
        manager,
      );
    });
  }
}

/** Two officers, each for themselves, enter the digits that the dice showed; the ballot box draws by them. */
@Injectable()
export class DrawSample {
  constructor(
    private readonly database: DataSource,
    private readonly paper: PaperBatchesQueries,
    private readonly samples: AnnouncedSamplesRepository,
    private readonly words: OfficersWords,
    private readonly urn: UrnClient,
    private readonly audit: AuditLog,
  ) {}

  /** @throws NoVoteHeld | SampleNotAtThisStep | OfficersDiffer | what the ballot box refuses */
  async execute(user: CurrentUser, slug: string, seed: string): Promise<void> {
    const { id } = await this.paper.held(user, slug);
    const announced = await this.samples.of(id);
    if (!announced) throw new SampleNotAtThisStep('not-announced');
    if (!announced.isDue) throw new SampleNotAtThisStep('too-early');
    await this.database.transaction(async (manager) => {
      const first = await this.words.take(id, DRAWING, { personId: user.id, said: { seed } }, manager);
      if (first && first.said.seed !== seed) throw new OfficersDiffer();
      await this.audit.append(
        {
          what: first ? 'voting.sample-drawn' : 'voting.sample-seed-entered',
          actorId: user.id,
          subject: `round:${slug}`,
          facts: { seed },
        },
        manager,
      );
      if (first)
        await this.urn.drawSample(id, { seed, sheets: announced.sheets, by: [first.personId, user.id] });
    });
  }
}

/** Two officers say how many of the drawn sheets differ from their ballots; everybody is told. */
@Injectable()
export class CheckSample {
  constructor(
    private readonly database: DataSource,
    private readonly paper: PaperBatchesQueries,
    private readonly words: OfficersWords,
    private readonly urn: UrnClient,
    private readonly audit: AuditLog,
  ) {}

  /** @throws NoVoteHeld | SampleNotAtThisStep | OfficersDiffer | what the ballot box refuses */
  async execute(
    user: CurrentUser,
    slug: string,
    { errors, note }: { readonly errors: number; readonly note: string | null },
  ): Promise<void> {
    const { id } = await this.paper.held(user, slug);
    if (!(await this.urn.sample(id))) throw new SampleNotAtThisStep('not-drawn');
    await this.database.transaction(async (manager) => {
      const word = { personId: user.id, said: { errors, note } };
      const first = await this.words.take(id, CHECKING, word, manager);
      if (first && first.said.errors !== errors) throw new OfficersDiffer();
      await this.audit.append(
        {
          what: first ? 'voting.sample-checked' : 'voting.sample-compared',
          actorId: user.id,
          subject: `round:${slug}`,
          facts: { errors },
        },
        manager,
      );
      if (!first) return;
      const told = note ?? first.said.note;
      await this.urn.checkSample(id, {
        errors,
        ...(told !== null && { note: told }),
        by: [first.personId, user.id],
      });
    });
  }
}
