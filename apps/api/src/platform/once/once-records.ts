import { Injectable, type OnModuleInit } from '@nestjs/common';

import { PersonalRecords } from '../personal-records/index.js';
import { deleted, Retention } from '../retention/index.js';

/** What is kept of calls for a day, and when it goes. */
@Injectable()
export class OnceRecords implements OnModuleInit {
  constructor(
    private readonly records: PersonalRecords,
    private readonly retention: Retention,
  ) {}

  onModuleInit(): void {
    this.records.keep({
      name: 'calls-once',
      title: 'Answers to your last forms',
      holds:
        'What the site answered when you sent a form, scrambled, so that sending it twice by mistake does it once.',
      keptFor: 'A day.',
      goes: 'All of it.',
      stays: null,
      columns: ['calls_once.person_id'],
      export: (personId, manager) =>
        manager.query('SELECT begun_at AS "sentAt" FROM calls_once WHERE person_id = $1 ORDER BY begun_at', [
          personId,
        ]),
      erase: async (personId, manager) => {
        await manager.query('DELETE FROM calls_once WHERE person_id = $1', [personId]);
      },
    });
    this.retention.keep({
      name: 'calls-once',
      what: 'Answers kept so that a form sent twice does one thing, scrambled',
      after: 'A day.',
      clear: (manager) =>
        deleted(manager, `DELETE FROM calls_once WHERE begun_at < clock_timestamp() - interval '24 hours'`),
    });
  }
}
