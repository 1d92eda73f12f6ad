import { DomainError } from '@commonthread/kernel';

export class PlaceUnknown extends DomainError {
  override readonly kind = 'not-found';
  override readonly code = 'place.unknown';

  constructor(slug: string) {
    super('There is no such place.', { slug });
  }
}

export class PostcodeUnknown extends DomainError {
  override readonly kind = 'not-found';
  override readonly code = 'postcode.unknown';

  constructor() {
    super('We do not know this postcode. Check it, or choose your ward from the list.');
  }
}

export class PostcodeMalformed extends DomainError {
  override readonly kind = 'invalid';
  override readonly code = 'postcode.malformed';

  constructor() {
    super('Enter a full UK postcode, like ST1 5HH.');
  }
}

/** Nothing of a faulty file is stored. */
export class PostcodeFileFaulty extends DomainError {
  override readonly kind = 'invalid';
  override readonly code = 'postcode.file-faulty';

  /** @param line counted from 1, the header line */
  constructor(line: number, reason: string) {
    super(`Nothing was stored. Line ${line}: ${reason}`, { line, reason });
  }
}
