import { DomainError } from '@commonthread/kernel';

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
