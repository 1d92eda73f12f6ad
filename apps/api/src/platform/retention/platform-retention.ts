import { Injectable, type OnModuleInit } from '@nestjs/common';

import { deleted, Retention } from './retention.js';

/** What the ground floor itself clears away. */
@Injectable()
export class PlatformRetention implements OnModuleInit {
  constructor(private readonly retention: Retention) {}

  onModuleInit(): void {
    this.retention.keep({
      name: 'rate-limits',
      what: 'How often somebody tried something, as scrambled keys',
      after: 'A day after the allowance has come back.',
      clear: (manager) =>
        deleted(
          manager,
          `DELETE FROM rate_limits WHERE expire < (extract(epoch FROM clock_timestamp()) * 1000)::bigint - 86400000`,
        ),
    });
    this.retention.keep({
      name: 'demo-mailbox',
      what: 'Mails kept on the machine of a demonstration; a real site keeps none',
      after: '30 days.',
      clear: (manager) =>
        deleted(manager, `DELETE FROM mailbox WHERE sent_at < clock_timestamp() - interval '30 days'`),
    });
    this.retention.keep({
      name: 'retention-runs',
      what: 'When records were cleared away',
      after: 'Two years.',
      clear: (manager) =>
        deleted(manager, `DELETE FROM retention_runs WHERE ran_at < clock_timestamp() - interval '2 years'`),
    });
  }
}
