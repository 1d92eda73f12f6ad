import { Injectable } from '@nestjs/common';

import type { CurrentUser } from '../identity/index.js';
import { Outbox } from '../platform/events/index.js';
import type { Attachment } from './attachment.js';
import { AttachmentOwners } from './attachment-owners.js';
import { AttachmentUnknown } from './attachments.errors.js';
import { ATTACHMENT_REMOVED } from './attachments.events.js';
import { AttachmentsRepository } from './attachments.repository.js';

/** Words a picture anew, or takes it away with its files. */
@Injectable()
export class ChangeAttachment {
  constructor(
    private readonly owners: AttachmentOwners,
    private readonly attachments: AttachmentsRepository,
    private readonly outbox: Outbox,
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
    await this.owners.of(owner.kind).change(owner.id, user, async (manager) => {
      await this.attachments.remove(id, manager);
      await this.outbox.append(ATTACHMENT_REMOVED, { id }, manager);
    });
  }

  private async known(id: string): Promise<Attachment> {
    const attachment = await this.attachments.byId(id);
    if (!attachment) throw new AttachmentUnknown();
    return attachment;
  }
}
