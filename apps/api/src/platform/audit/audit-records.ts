import { Injectable, type OnModuleInit } from '@nestjs/common';

import { PersonalRecords } from '../personal-records/index.js';

/** The audit log names people by their id alone; it is append-only, so nothing of it goes. */
@Injectable()
export class AuditRecords implements OnModuleInit {
  constructor(private readonly records: PersonalRecords) {}

  onModuleInit(): void {
    this.records.keep({
      name: 'audit',
      title: 'The audit log',
      holds:
        'Acts in an office and changes of an account: what, when, and the number of the account. No names.',
      keptFor: 'Seven years.',
      goes: null,
      stays:
        'Every entry: a log from which entries can be taken proves nothing. After you leave, the number leads to no name.',
      columns: ['audit_events.actor_id'],
      export: (personId, manager) =>
        manager.query(
          `SELECT pos, at, what, subject, facts, actor_id = $1 AS "yourAct" FROM audit_events
           WHERE actor_id = $1 OR subject = 'person:' || $1::text ORDER BY pos`,
          [personId],
        ),
      erase: async () => {},
    });
  }
}
