import { Injectable, type OnModuleInit } from '@nestjs/common';

import { actsOnRecord, PersonalRecords } from '../platform/personal-records/index.js';

@Injectable()
export class VotingRecords implements OnModuleInit {
  constructor(private readonly records: PersonalRecords) {}

  onModuleInit(): void {
    this.records.keep(
      actsOnRecord(
        'votes-you-ran',
        'Votes you opened and closed',
        'Where one officer acts and another confirms: that you were one of them.',
        ['held_votes.closed_by', 'officers_words.person_id'],
        `SELECT 'closed' AS act, r.slug AS round, v.closed_at AS at FROM held_votes v JOIN rounds r ON r.id = v.round_id
         WHERE $1 = ANY (v.closed_by)
         UNION ALL SELECT w.act, r.slug, w.said_at FROM officers_words w JOIN rounds r ON r.id = w.round_id
         WHERE w.person_id = $1 ORDER BY at`,
      ),
    );
  }
}
