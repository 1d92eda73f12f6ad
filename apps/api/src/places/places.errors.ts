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

/** Nothing of a faulty file is stored. */
export class PlacesFileFaulty extends DomainError {
  override readonly kind = 'invalid';
  override readonly code = 'places.file-faulty';

  /** @param feature counted from 1; `null`: the whole file */
  constructor(feature: number | null, reason: string) {
    super(`Nothing was stored. ${feature === null ? 'The file' : `Feature ${feature}`}: ${reason}`, {
      ...(feature !== null && { feature }),
      reason,
    });
  }
}

export class CouncilUnclear extends DomainError {
  override readonly kind = 'invalid';
  override readonly code = 'places.council-unclear';

  constructor(names: readonly string[]) {
    super(
      `Nothing was stored. The file holds ${names.length} councils. Name one by its code: ${names.slice(0, 5).join(', ')}${names.length > 5 ? ' and others' : ''}.`,
    );
  }
}
