import { DomainError } from '@commonthread/kernel';

/** One field of what was written down is refused. */
export class SpokenFieldInvalid extends DomainError {
  override readonly kind = 'invalid';

  constructor(
    override readonly code: string,
    field: string,
    message: string,
  ) {
    super(message, { errors: [{ field, code, message }] });
  }
}
