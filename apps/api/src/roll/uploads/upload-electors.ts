import type { Readable } from 'node:stream';

import type { Encoding } from '@commonthread/kernel/text-files';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import type { CurrentUser } from '../../identity/index.js';
import { Places } from '../../places/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { type RollRound, RollRounds } from '../roll-rounds.js';
import { RollFileFaulty, TooManyDoubtful } from '../roll.errors.js';
import { type ElectorLine, readElectors } from './read-electors.js';
import { type Ruling, type SortedLines, sortLines } from './sort-lines.js';
import { StoreLines } from './store-lines.js';
import { UploadsRepository } from './uploads.repository.js';

export interface RollUpload extends Pick<SortedLines, 'leftOut' | 'postcodes'> {
  readonly read: number;
  readonly added: number;
  /** As good as certainly on the roll already, or twice in the file. */
  readonly already: number;
  /** An officer decides: perhaps on the roll already, of a doubtful postcode, or taken off before. */
  readonly toReview: number;
}

export interface UploadOptions {
  /** Store nothing and say what would be stored, for an officer to look over. */
  readonly rehearse: boolean;
  readonly encoding?: Encoding | undefined;
  /** What the officer said of postcodes, asked for when the file has been read. */
  readonly rulings: () => Promise<ReadonlyMap<string, Ruling>>;
}

/** More than officers can look at: a list of postcodes or a column of wards decides better. */
const MOST_TO_DECIDE = 2_000;

/** Undoes a rehearsal; carries what would have been done. */
class Rehearsed extends Error {
  constructor(readonly upload: RollUpload) {
    super('rehearsed');
  }
}

/** Puts the people of a council's file on the roll. All of it is stored, or nothing. */
@Injectable()
export class UploadElectors {
  constructor(
    private readonly database: DataSource,
    private readonly rounds: RollRounds,
    private readonly places: Places,
    private readonly lines: StoreLines,
    private readonly uploads: UploadsRepository,
    private readonly audit: AuditLog,
  ) {}

  /** @throws RoundUnknown | RoleMissing | SecondFactorNeeded | RollFileFaulty | EncodingUnsure | TooManyDoubtful | RollFrozen */
  async execute(
    user: CurrentUser,
    slug: string,
    file: Readable,
    options: UploadOptions,
  ): Promise<RollUpload> {
    const { id } = await this.rounds.for(user, 'officer', slug).catch((refused: unknown) => {
      file.resume();
      throw refused;
    });
    const lines = await readElectors(file, options.encoding);
    const rulings = await options.rulings();
    try {
      return await this.database.transaction(async (manager) => {
        const round = await this.rounds.changeable(id, manager);
        const sorted = await this.sort(lines, round, rulings, manager);
        if (!options.rehearse && sorted.ask.length > MOST_TO_DECIDE) {
          throw new TooManyDoubtful(sorted.ask.length, MOST_TO_DECIDE);
        }
        const uploadId = await this.uploads.add(id, user.id, manager);
        const done = await this.lines.store(id, uploadId, sorted, manager);
        const upload = { read: lines.length, ...done, leftOut: sorted.leftOut, postcodes: sorted.postcodes };
        if (options.rehearse) throw new Rehearsed(upload);
        await this.uploads.note(uploadId, { ...done, leftOut: sorted.leftOut.length }, manager);
        const facts = {
          ...{ upload: uploadId, read: lines.length, ...done, leftOut: sorted.leftOut.length },
          rulings: rulings.size,
        };
        const what = 'roll.uploaded';
        await this.audit.append({ what, actorId: user.id, subject: `round:${slug}`, facts }, manager);
        return upload;
      });
    } catch (done) {
      if (done instanceof Rehearsed) return done.upload;
      throw done;
    }
  }

  private async sort(
    lines: readonly ElectorLine[],
    round: RollRound,
    rulings: ReadonlyMap<string, Ruling>,
    manager: EntityManager,
  ): Promise<SortedLines> {
    const ward = await this.places.namesAround(round.placeId, manager);
    const unheard = lines.filter((line) => line.ward !== null && ward(line.ward) === undefined);
    if (unheard.length > 0) {
      throw new RollFileFaulty(
        unheard.slice(0, 50).map(({ line }) => ({
          ...{ line, field: 'ward', code: 'ward-unknown' },
          reason: 'no place in force here has this code or name',
        })),
      );
    }
    const postcodes = lines.map(({ home }) => home.postcode);
    const whereabouts = await this.places.whereabouts(postcodes, round.placeId, manager);
    return sortLines(lines, round, { whereabouts, ward, rulings });
  }
}
