import { Injectable, type OnModuleInit } from '@nestjs/common';

import { deleted, Retention } from '../../platform/retention/index.js';

/** Accounts nobody confirmed, sessions and links that are over. */
@Injectable()
export class AccountRetention implements OnModuleInit {
  constructor(private readonly retention: Retention) {}

  onModuleInit(): void {
    this.retention.keep({
      name: 'unconfirmed-accounts',
      what: 'Accounts whose e-mail address was never confirmed',
      after: '14 days.',
      clear: (manager) =>
        deleted(
          manager,
          `DELETE FROM people WHERE confirmed_at IS NULL AND left_at IS NULL
             AND registered_at < clock_timestamp() - interval '14 days'`,
        ),
    });
    this.retention.keep({
      name: 'ended-sessions',
      what: 'Sessions, with the scrambled form of the connection they came from',
      after: '30 days after they ended.',
      clear: (manager) =>
        deleted(
          manager,
          `DELETE FROM sessions WHERE least(ended_at, expires_at) < clock_timestamp() - interval '30 days'`,
        ),
    });
    this.retention.keep({
      name: 'spent-links',
      what: 'Links we mailed that have run out',
      after: 'A day.',
      clear: (manager) =>
        deleted(manager, `DELETE FROM mail_links WHERE expires_at < clock_timestamp() - interval '1 day'`),
    });
    this.retention.keep({
      name: 'old-roles',
      what: 'Roles that ended',
      after: 'Seven years.',
      clear: (manager) =>
        deleted(
          manager,
          `DELETE FROM held_roles
           WHERE least(revoked_at, (to_date + 1)::timestamptz) < clock_timestamp() - interval '7 years'`,
        ),
    });
  }
}
