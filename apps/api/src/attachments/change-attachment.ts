import { Injectable } from '@nestjs/common';

import type { CurrentUser } from '../identity/index.js';
import { FILE_TYPES, type Attachment } from './attachment.js';
import { AttachmentOwners } from './attachment-owners.js';
import { AttachmentUnknown } from './attachments.errors.js';
import { AttachmentsRepository } from './attachments.repository.js';
import { FileStore } from './storage/file-store.js';

/** Words a picture anew, or takes it away with its files. */
@Injectable()
export class ChangeAttachment {
  constructor(
    private readonly owners: AttachmentOwners,
    private readonly attachments: AttachmentsRepository,
    private readonly store: FileStore,
  ) {}

  /** @throws AttachmentUnknown and what the owner refuses */
  async describe(user: CurrentUser, id: string, alt: string): Promise<void> {
    const { owner } = await this.known(id);
    await this.owners
      .of(owner.kind)
      .change(owner.id, user, (manager) => this.attachments.describe(id, alt, manager));
  }

  /** @throws AttachmentUnknown and what the owner refuses */
  async remove(user: CurrentUser, id: string): Promise<void> {
    const { owner } = await this.known(id);
    await this.owners
      .of(owner.kind)
      .change(owner.id, user, (manager) => this.attachments.remove(id, manager));
    await this.store.remove(id, Object.keys(FILE_TYPES));
  }

  private async known(id: string): Promise<Attachment> {
    const attachment = await this.attachments.byId(id);
    if (!attachment) throw new AttachmentUnknown();
    return attachment;
  }
}
