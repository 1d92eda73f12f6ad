import { randomUUID } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import type { CurrentUser } from '../identity/index.js';
import { type Allowance, RateLimits } from '../platform/limits/index.js';
import type { OwnerRef } from './attachment.js';
import { AttachmentOwners } from './attachment-owners.js';
import { NoUploadsUnder18, TooManyAttachments } from './attachments.errors.js';
import { AttachmentsRepository } from './attachments.repository.js';
import { CheckFile } from './checking/check-file.js';
import { FileStore } from './storage/file-store.js';

const PER_PERSON: Allowance = { name: 'attachments', points: 60, seconds: 3600 };

/** Checks what somebody sent, stores it and ties it to what it belongs to. */
@Injectable()
export class AddAttachment {
  constructor(
    private readonly owners: AttachmentOwners,
    private readonly attachments: AttachmentsRepository,
    private readonly checkFile: CheckFile,
    private readonly store: FileStore,
    private readonly limits: RateLimits,
  ) {}

  /**
   * @throws OwnerUnknown | NoUploadsUnder18 | TooManyTries | FileRefused | TooManyAttachments and what the owner refuses
   * @returns its id
   */
  async execute(user: CurrentUser, owner: OwnerRef, alt: string, bytes: Buffer): Promise<string> {
    const rules = this.owners.of(owner.kind);
    if (await this.attachments.isYoung(user.id)) throw new NoUploadsUnder18();
    await rules.change(owner.id, user, async () => {}); // nobody makes us decode pictures for what is not theirs
    await this.limits.take(PER_PERSON, user.id);

    const { files, ...checked } = await this.checkFile.execute(bytes, rules.takes);
    const id = randomUUID();
    const largest = Math.max(...files.map(({ content }) => content.length));
    try {
      for (const file of files) await this.store.write(id, file);
      await rules.change(owner.id, user, async (manager) => {
        const one = { id, owner, alt, ...checked, bytes: largest, addedBy: user.id };
        if (!(await this.attachments.add(one, rules.most, manager))) throw new TooManyAttachments(rules.most);
      });
    } catch (refusal) {
      const names = files.map(({ name }) => name);
      await this.store.remove(id, names);
      throw refusal;
    }
    return id;
  }
}
