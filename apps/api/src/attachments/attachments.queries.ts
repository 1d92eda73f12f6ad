import { Injectable } from '@nestjs/common';

import type { CurrentUser } from '../identity/index.js';
import { type Attachment, FILE_TYPES, type OpenFile, type OwnerRef } from './attachment.js';
import { AttachmentOwners } from './attachment-owners.js';
import { AttachmentUnknown } from './attachments.errors.js';
import { AttachmentsRepository } from './attachments.repository.js';
import { AttachmentDto } from './dto/attachment.dto.js';
import { PrivateLinks } from './private-links.js';
import { FileStore } from './storage/file-store.js';

export interface ServedFile extends OpenFile {
  readonly type: string;
  readonly isPublic: boolean;
}

@Injectable()
export class AttachmentsQueries {
  constructor(
    private readonly owners: AttachmentOwners,
    private readonly attachments: AttachmentsRepository,
    private readonly links: PrivateLinks,
    private readonly store: FileStore,
  ) {}

  /** What hangs on one thing; nothing for who may not see it. @throws OwnerUnknown */
  async ofOwner(user: CurrentUser | undefined, owner: OwnerRef): Promise<AttachmentDto[]> {
    const rules = this.owners.of(owner.kind);
    const isPublic = await rules.isReadable(owner.id, undefined);
    if (!isPublic && !(user && (await rules.isReadable(owner.id, user)))) return [];
    return (await this.attachments.ofOwner(owner)).map((one) => this.shown(one, isPublic));
  }

  /** For a feature that shows many of its things at once and knows that all are public. */
  async ofPublicOwners(kind: string, ids: readonly string[]): Promise<Map<string, AttachmentDto[]>> {
    const found = new Map<string, AttachmentDto[]>();
    for (const one of await this.attachments.ofOwners(kind, ids)) {
      found.set(one.owner.id, [...(found.get(one.owner.id) ?? []), this.shown(one, true)]);
    }
    return found;
  }

  /** One attachment as whoever just changed it sees it. @throws AttachmentUnknown */
  async byId(id: string): Promise<AttachmentDto> {
    const one = await this.known(id);
    return this.shown(one, await this.owners.of(one.owner.kind).isReadable(one.owner.id, undefined));
  }

  /** @throws AttachmentUnknown also for what is private and asked for without a key */
  async open(id: string, name: string, until?: string, key?: string): Promise<ServedFile> {
    const type = Object.hasOwn(FILE_TYPES, name) ? FILE_TYPES[name] : undefined;
    if (!type) throw new AttachmentUnknown();
    const { owner } = await this.known(id);
    const isPublic = await this.owners.of(owner.kind).isReadable(owner.id, undefined);
    if (!isPublic && !this.links.opens(id, until, key)) throw new AttachmentUnknown();
    const file = await this.store.read(id, name);
    if (!file) throw new AttachmentUnknown();
    return { ...file, type, isPublic };
  }

  private shown(one: Attachment, isPublic: boolean): AttachmentDto {
    return AttachmentDto.of(one, isPublic ? '' : `?${this.links.query(one.id)}`);
  }

  private async known(id: string): Promise<Attachment> {
    const attachment = await this.attachments.byId(id);
    if (!attachment) throw new AttachmentUnknown();
    return attachment;
  }
}
