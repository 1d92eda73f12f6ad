import { DomainError } from '@commonthread/kernel';
import type { TextFault } from '@commonthread/kernel/text-files';

export class ImportNotFound extends DomainError {
  override readonly kind = 'not-found';
  override readonly code = 'import.not-found';

  constructor() {
    super('There is no such import.');
  }
}

export class NoFile extends DomainError {
  override readonly kind = 'invalid';
  override readonly code = 'import.no-file';

  constructor() {
    super('Choose a .pb file.');
  }
}

export class FileTooLarge extends DomainError {
  override readonly kind = 'invalid';
  override readonly code = 'import.too-large';

  constructor() {
    super('The file is larger than 200 MB.');
  }
}

/** Nothing of it is stored. */
export class FileUnreadable extends DomainError {
  override readonly kind = 'invalid';
  override readonly code = 'import.unreadable';

  constructor({ line, byte, reason }: TextFault) {
    super(`Nothing was stored. Line ${line}, byte ${byte}: ${reason}.`, { line, byte, reason });
  }
}
