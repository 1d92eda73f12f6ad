import type { Readable } from 'node:stream';

import type { Encoding } from '@commonthread/kernel/text-files';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { Authority, type CurrentUser } from '../identity/index.js';
import { AuditLog } from '../platform/audit/index.js';
import { PlacesRepository } from './places.repository.js';
import { type PostcodeRow, PostcodesRepository } from './postcodes.repository.js';
import { readPostcodes } from './read-postcodes.js';

export interface PostcodeImport {
  readonly read: number;
  readonly stored: number;
  /** Lines of places this platform does not serve. */
  readonly skipped: number;
  /** What a person should know of how the headings were read. */
  readonly notes: readonly string[];
  /** Postcodes that two lines put into different places. They are stored as lying in the council, no nearer. */
  readonly split: readonly SplitPostcode[];
}

export interface SplitPostcode {
  readonly postcode: string;
  readonly lines: readonly [number, number];
}

const BATCH = 5_000;

/** The id of no place: nobody holds a role there. */
const NOWHERE = '00000000-0000-0000-0000-000000000000';

/** Stores the postcodes of an ONS file that lie in a place in force: the ward when it is known, else the council. */
@Injectable()
export class ImportPostcodes {
  constructor(
    private readonly database: DataSource,
    private readonly authority: Authority,
    private readonly places: PlacesRepository,
    private readonly postcodes: PostcodesRepository,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @param user an administrator; lines of places outside their reach are skipped
   * @throws RoleMissing | SecondFactorNeeded | PostcodeFileFaulty; nothing of the file is stored then
   */
  async execute(user: CurrentUser, file: Readable, confirmed?: Encoding): Promise<PostcodeImport> {
    const councilIds = await this.councilsOf(user);
    return this.database.transaction(async (manager) => {
      const placeIds = await this.postcodes.placeIdsByCode(councilIds, manager);
      const done = await this.store(file, confirmed, placeIds, manager);
      const { read, stored, skipped, split } = done;
      const facts = { read, stored, skipped, split: split.length };
      await this.audit.append(
        { what: 'postcodes.imported', actorId: user.id, subject: 'postcodes', facts },
        manager,
      );
      return done;
    });
  }

  private async councilsOf(user: CurrentUser): Promise<string[]> {
    const councils = (await this.places.inForce()).filter(({ parentId }) => parentId === null);
    const held: string[] = [];
    for (const { id } of councils) {
      if (await this.authority.holds(user, 'administrator', id)) held.push(id);
    }
    if (held.length === 0) await this.authority.mustHold(user, 'administrator', councils[0]?.id ?? NOWHERE);
    return held;
  }

  private async store(
    file: Readable,
    confirmed: Encoding | undefined,
    placeIds: ReadonlyMap<string, string>,
    manager: EntityManager,
  ): Promise<PostcodeImport> {
    const seen = new Map<string, { placeId: string; line: number }>();
    const split = new Map<string, SplitPostcode>();
    let notes: readonly string[] = [];
    let batch: PostcodeRow[] = [];
    let read = 0;
    let stored = 0;
    for await (const at of readPostcodes(file, confirmed, (found) => (notes = found))) {
      const { postcode, line, wardCode, councilCode } = at;
      read++;
      const council = placeIds.get(councilCode);
      const placeId = placeIds.get(wardCode) ?? council;
      if (!placeId) continue;
      stored++;
      const before = seen.get(postcode);
      const differs = before !== undefined && before.placeId !== placeId;
      if (differs) split.set(postcode, { postcode, lines: [before.line, line] });
      else seen.set(postcode, { placeId, line });
      batch.push({ postcode, placeId: (split.has(postcode) ? council : undefined) ?? placeId });
      if (batch.length < BATCH) continue;
      await this.postcodes.put(batch, manager);
      batch = [];
    }
    await this.postcodes.put(batch, manager);
    return { read, stored, skipped: read - stored, notes, split: [...split.values()] };
  }
}
