import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import type { CurrentUser } from '../identity/index.js';
import type { AttachmentKind } from './attachment.js';
import { OwnerUnknown } from './attachments.errors.js';

/** What a feature above says about the things that may carry attachments. */
export interface AttachmentOwner {
  /** `proposal`. */
  readonly kind: string;
  /** At most 5. */
  readonly most: number;
  readonly takes: readonly AttachmentKind[];

  /** @param reader `undefined` is the public. @returns `false` also when there is no such thing */
  isReadable(id: string, reader: CurrentUser | undefined): Promise<boolean>;

  /** Runs `work` with the thing held until the transaction ends. @throws the refusals of the feature above */
  change(id: string, user: CurrentUser, work: (manager: EntityManager) => Promise<void>): Promise<void>;
}

/** Every kind of thing that may carry attachments; the features above register theirs while they start. */
@Injectable()
export class AttachmentOwners {
  private readonly owners = new Map<string, AttachmentOwner>();

  register(owner: AttachmentOwner): void {
    this.owners.set(owner.kind, owner);
  }

  /** @throws OwnerUnknown */
  of(kind: string): AttachmentOwner {
    const owner = this.owners.get(kind);
    if (!owner) throw new OwnerUnknown();
    return owner;
  }
}
