import { Injectable, type OnModuleInit } from '@nestjs/common';

import { actsOnRecord, PersonalRecords } from '../platform/personal-records/index.js';

@Injectable()
export class RoundRecords implements OnModuleInit {
  constructor(private readonly records: PersonalRecords) {}

  onModuleInit(): void {
    this.records.keep(
      actsOnRecord(
        'round-acts',
        'What you did with rounds',
        'Rounds you created and steps you took in them.',
        ['rounds.created_by', 'round_events.actor_id'],
        `SELECT r.slug AS round, e.at, e.what FROM round_events e JOIN rounds r ON r.id = e.round_id
         WHERE e.actor_id = $1 ORDER BY e.id`,
      ),
    );
  }
}
