import { DomainError } from '@commonthread/kernel';

import type { DetailFault } from './detail-fault.js';
import { TooManyTries } from '../platform/limits/index.js';

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

/** Says the same as the guard does, whatever the reason was. */
export class SignInNeeded extends DomainError {
  override readonly kind = 'unauthorised';
  override readonly code = 'identity.sign-in-needed';

  constructor() {
    super('Sign in first.');
  }
}

/** One answer for an unknown address, an unconfirmed or suspended account and a wrong password. */
export class WrongCredentials extends DomainError {
  override readonly kind = 'unauthorised';
  override readonly code = 'identity.wrong-credentials';

  constructor() {
    super('The e-mail address or the password is not right.');
  }
}

/** To somebody who is signed in already: not a 401, which would end the session. */
export class WrongPassword extends DomainError {
  override readonly kind = 'forbidden';
  override readonly code = 'identity.wrong-password';

  constructor() {
    super('That is not your password.');
  }
}

/** Only said once the password was right. */
export class SecondFactorRequired extends DomainError {
  override readonly kind = 'unauthorised';
  override readonly code = 'identity.second-factor-required';

  constructor() {
    super('Enter the six-digit code of your authenticator app, or a recovery code.');
  }
}

export class WrongCode extends DomainError {
  override readonly kind = 'unauthorised';
  override readonly code = 'identity.wrong-code';

  constructor() {
    super('That code is not right, or it was used already. Wait for the next one.');
  }
}

export class TooManySignInTries extends TooManyTries {
  override readonly code = 'identity.too-many-tries';
}

/** Names every detail that cannot be accepted, not just the first. */
export class UnfitDetails extends DomainError {
  override readonly kind = 'invalid';
  override readonly code = 'identity.unfit-details';

  constructor(faults: readonly DetailFault[]) {
    super('Some of what you entered cannot be used.', { errors: faults.map((fault) => ({ ...fault })) });
  }
}

/** Unknown, used, outdated and replaced links are told apart by nobody. */
export class LinkSpent extends DomainError {
  override readonly kind = 'invalid';
  override readonly code = 'identity.link-spent';

  constructor() {
    super('This link has been used, has run out or was replaced by a newer one. Ask for a new link.');
  }
}

export class CrossSiteRequest extends DomainError {
  override readonly kind = 'forbidden';
  override readonly code = 'identity.cross-site';

  constructor() {
    super('This request did not come from our own pages.');
  }
}

export class UnknownPerson extends DomainError {
  override readonly kind = 'not-found';
  override readonly code = 'identity.unknown-person';

  constructor() {
    super('Nobody has a confirmed account with this e-mail address.');
  }
}

export class UnknownPlace extends DomainError {
  override readonly kind = 'not-found';
  override readonly code = 'identity.unknown-place';

  constructor() {
    super('There is no such place.');
  }
}

export class UnknownRoleGrant extends DomainError {
  override readonly kind = 'not-found';
  override readonly code = 'identity.unknown-role-grant';

  constructor() {
    super('There is no such role to revoke.');
  }
}

export class OwnRole extends DomainError {
  override readonly kind = 'forbidden';
  override readonly code = 'identity.own-role';

  constructor() {
    super('Nobody gives themselves a role: ask another administrator.');
  }
}

export class RoleAlreadyHeld extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'identity.role-already-held';

  constructor() {
    super('This person already holds this role here in that time.');
  }
}

export class RoleDatesReversed extends DomainError {
  override readonly kind = 'invalid';
  override readonly code = 'identity.role-dates-reversed';

  constructor() {
    super('The last day of a role cannot be before its first day.');
  }
}

export class TooYoungForRole extends DomainError {
  override readonly kind = 'invalid';
  override readonly code = 'identity.too-young-for-role';

  constructor() {
    super('This role is for people of 18 and over.');
  }
}

export class SecondFactorNotStarted extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'identity.second-factor-not-started';

  constructor() {
    super('Start setting up the second factor first.');
  }
}

export class LastAdministrator extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'identity.last-administrator';

  constructor(places: readonly string[]) {
    super(
      `Nobody else could give roles there: make somebody else administrator of ${places.join(', ')} first.`,
      {
        places: [...places],
      },
    );
  }
}

export class AdministratorThere extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'identity.administrator-there';

  constructor() {
    super('There is an administrator already, who gives all other roles: in the office, under Roles.');
  }
}

export class NoPlaceYet extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'identity.no-place-yet';

  constructor() {
    super('There is no place yet to be administrator of. Import the council and its wards first.');
  }
}
