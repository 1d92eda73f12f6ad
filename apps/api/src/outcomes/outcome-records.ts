import { Injectable, type OnModuleInit } from '@nestjs/common';

import { actsOnRecord, PersonalRecords } from '../platform/personal-records/index.js';

@Injectable()
export class OutcomeRecords implements OnModuleInit {
  constructor(private readonly records: PersonalRecords) {}

  onModuleInit(): void {
    this.records.keep(
      actsOnRecord(
        'outcomes',
        'Outcomes you published',
        'Which outcomes of rounds you proposed to publish, withdrew or confirmed, and when.',
        ['outcomes.proposed_by', 'outcomes.withdrawn_by', 'outcomes.confirmed_by'],
        `SELECT a.act, r.slug AS round, a.at FROM outcomes o JOIN rounds r ON r.id = o.round_id
         CROSS JOIN LATERAL (VALUES ('proposed', o.proposed_by, o.proposed_at),
           ('withdrawn', o.withdrawn_by, o.withdrawn_at), ('confirmed', o.confirmed_by, o.confirmed_at)) AS a (act, who, at)
         WHERE a.who = $1 ORDER BY a.at`,
      ),
    );
  }
}
