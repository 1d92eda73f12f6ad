import { DomainError } from '@commonthread/kernel';

export class LinkUnknown extends DomainError {
  override readonly kind = 'not-found';
  override readonly code = 'notices.link-unknown';

  constructor() {
    super(
      'This link is not whole. Open it again from the e-mail, or change how often you hear in your account.',
    );
  }
}
