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
        [
          'held_votes.closed_by',
          'officers_words.person_id',
          'sheet_prints.printed_by',
          'announced_samples.announced_by',
        ],
        `SELECT 'closed' AS act, r.slug AS round, v.closed_at AS at FROM held_votes v JOIN rounds r ON r.id = v.round_id
         WHERE $1 = ANY (v.closed_by)
         UNION ALL SELECT w.act, r.slug, w.said_at FROM officers_words w JOIN rounds r ON r.id = w.round_id
         WHERE w.person_id = $1
         UNION ALL SELECT 'sheets-printed', r.slug, p.printed_at FROM sheet_prints p JOIN rounds r ON r.id = p.round_id
         WHERE p.printed_by = $1
         UNION ALL SELECT 'sample-announced', r.slug, s.announced_at FROM announced_samples s
         JOIN rounds r ON r.id = s.round_id WHERE s.announced_by = $1 ORDER BY at`,
      ),
    );
  }
}
