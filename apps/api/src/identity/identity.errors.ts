import { DomainError } from '@commonthread/kernel';

export class RoleMissing extends DomainError {
  override readonly kind = 'forbidden';
  override readonly code = 'identity.role-missing';

  constructor() {
    super('You do not hold a role here that may do this.');
  }
}

export class SecondFactorNeeded extends DomainError {
  override readonly kind = 'forbidden';
  override readonly code = 'identity.second-factor-needed';

  constructor() {
    super('Set up a second factor and sign in with it first.');
  }
}
