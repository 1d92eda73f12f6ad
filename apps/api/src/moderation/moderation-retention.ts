import { Injectable, type OnModuleInit } from '@nestjs/common';

import { deleted, Retention } from '../platform/retention/index.js';

/** Reports live half a year past the decision; an address that was never answered goes with them at the latest. */
@Injectable()
export class ModerationRetention implements OnModuleInit {
  constructor(private readonly retention: Retention) {}

  onModuleInit(): void {
    this.retention.keep({
      name: 'report-contacts',
      what: 'E-mail addresses left with reports',
      after: 'When the answer is sent; after 90 days in any case.',
      clear: (manager) =>
        deleted(
          manager,
          `UPDATE moderation_reports SET contact_sealed = NULL
           WHERE contact_sealed IS NOT NULL AND reported_on < local_today() - 90`,
        ),
    });
    this.retention.keep({
      name: 'moderation-reports',
      what: 'Reports of proposals and comments, with what was written in them',
      after: 'Half a year after the decision.',
      clear: (manager) =>
        deleted(
          manager,
          `DELETE FROM moderation_reports r USING moderation_cases c WHERE c.id = r.case_id
             AND coalesce(c.appeal_decided_at, c.decided_at) < clock_timestamp() - interval '183 days'`,
        ),
    });
  }
}
