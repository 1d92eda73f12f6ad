import { createHash, randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';

import type { Encoding } from '@commonthread/kernel/text-files';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { Authority, type CurrentUser } from '../identity/index.js';
import { Places } from '../places/index.js';
import { AuditLog } from '../platform/audit/index.js';
import { Jobs } from '../platform/jobs/index.js';
import { RateLimits } from '../platform/limits/index.js';
import type { StartImportDto } from './dto/import.dto.js';
import { IMPORTING } from './import-job.js';
import { FileTooLarge, NoFile } from './imports.errors.js';
import { ImportsRepository } from './imports.repository.js';
import { TextCheck } from './text-check.js';

/** Size of one stored piece. */
const PIECE_BYTES = 1024 * 1024;

/** Uploads are large: this stops one account from filling the disk. */
const UPLOADS = { name: 'imports', points: 60, seconds: 3600 };

/** A file as it comes in, with the fields that stood before or after it. */
export interface Upload {
  readonly fileName: string;
  readonly bytes: Readable & { readonly truncated?: boolean };
  /** What a person said the file is written in, when they were asked. */
  readonly confirmed: Encoding | undefined;
  /** As it stood before the file, if it did: nobody without a role there gets to send the file. */
  readonly placeSlugSoFar: string | undefined;
  /** Known only when the whole request has been read. */
  readonly fields: () => Promise<StartImportDto>;
}

/** Takes in a file and queues its import. Nothing is kept of a file that its sender may not import. */
@Injectable()
export class StartImport {
  constructor(
    private readonly database: DataSource,
    private readonly authority: Authority,
    private readonly places: Places,
    private readonly imports: ImportsRepository,
    private readonly limits: RateLimits,
    private readonly audit: AuditLog,
    private readonly jobs: Jobs,
  ) {}

  /**
   * @returns id of the queued import
   * @throws TooManyTries | NoFile | FileTooLarge | EncodingUnsure | FileUnreadable | PlaceUnknown | RoleMissing | SecondFactorNeeded
   */
  async execute(user: CurrentUser, upload: Upload): Promise<string> {
    try {
      await this.limits.take(UPLOADS, user.id);
      if (upload.placeSlugSoFar !== undefined) await this.placeFor(user, upload.placeSlugSoFar);
      const importId = randomUUID();
      await this.database.transaction((manager) => this.store(importId, user, upload, manager));
      await this.jobs.start(IMPORTING, { importId });
      return importId;
    } finally {
      upload.bytes.resume(); // what is left of a refused file is read and dropped, so that the answer gets through
    }
  }

  private async store(
    importId: string,
    user: CurrentUser,
    { fileName, bytes, confirmed, fields }: Upload,
    manager: EntityManager,
  ): Promise<void> {
    await manager.query('SET CONSTRAINTS ALL DEFERRED');
    const check = new TextCheck(confirmed);
    const stored = await this.keep(importId, bytes, check, manager);
    if (stored.bytes === 0) throw new NoFile();
    if (bytes.truncated) throw new FileTooLarge();
    const { placeSlug, title = null } = await fields();
    const placeId = await this.placeFor(user, placeSlug);
    const encoding = check.encoding();

    const one = { id: importId, placeId, startedBy: user.id, fileName, title, encoding, ...stored };
    await this.imports.add(one, manager);
    await this.audit.append(
      {
        what: 'import.started',
        actorId: user.id,
        subject: `import:${importId}`,
        facts: { place: placeSlug, ...stored },
      },
      manager,
    );
  }

  private async placeFor(user: CurrentUser, slug: string): Promise<string> {
    const { id } = await this.places.bySlug(slug);
    await this.authority.mustHold(user, 'officer', id);
    return id;
  }

  private async keep(
    importId: string,
    upload: Readable,
    check: TextCheck,
    manager: EntityManager,
  ): Promise<{ sha256: string; bytes: number }> {
    const hash = createHash('sha256');
    let total = 0;
    let seq = 0;
    for await (const piece of pieces(upload)) {
      hash.update(piece);
      check.push(piece);
      total += piece.length;
      seq += 1;
      await this.imports.addPiece(importId, seq, piece, manager);
    }
    return { sha256: hash.digest('hex'), bytes: total };
  }
}

async function* pieces(upload: Readable): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let length = 0;
  for await (const chunk of upload as AsyncIterable<Buffer>) {
    waiting.push(chunk);
    length += chunk.length;
    if (length < PIECE_BYTES) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    length = 0;
  }
  if (length > 0) yield Buffer.concat(waiting);
}
