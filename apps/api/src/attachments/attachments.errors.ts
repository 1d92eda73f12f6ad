import { DomainError } from '@commonthread/kernel';

export class AttachmentUnknown extends DomainError {
  override readonly kind = 'not-found';
  override readonly code = 'attachment.unknown';

  constructor() {
    super('There is no such picture or document.');
  }
}

export class OwnerUnknown extends DomainError {
  override readonly kind = 'not-found';
  override readonly code = 'attachment.owner-unknown';

  constructor() {
    super('There is nothing of this kind to add a picture or document to.');
  }
}

/** Pictures can show where somebody lives or goes to school. */
export class NoUploadsUnder18 extends DomainError {
  override readonly kind = 'forbidden';
  override readonly code = 'attachment.under-18';

  constructor() {
    super('Pictures and documents can be added from the age of 18 on.');
  }
}

export class TooManyAttachments extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'attachment.too-many';

  constructor(most: number) {
    super(`There can be at most ${most}. Remove one first.`, { most });
  }
}

/** The file itself cannot be taken. */
export class FileRefused extends DomainError {
  override readonly kind = 'invalid';

  constructor(
    override readonly code:
      | 'attachment.no-file'
      | 'attachment.empty'
      | 'attachment.type-refused'
      | 'attachment.too-large'
      | 'attachment.too-many-pixels'
      | 'attachment.unreadable'
      | 'attachment.active-content',
    message: string,
  ) {
    super(message, { errors: [{ field: 'file', code, message }] });
  }
}
