import { Injectable, type OnModuleInit } from '@nestjs/common';

import { actsOnRecord, PersonalRecords } from '../platform/personal-records/index.js';

@Injectable()
export class CountRecords implements OnModuleInit {
  constructor(private readonly records: PersonalRecords) {}

  onModuleInit(): void {
    this.records.keep(
      actsOnRecord(
        'counts',
        'Counts you ran or signed',
        'Which counts you started and which you signed, and when.',
        ['counts.started_by', 'count_signatures.person_id'],
        `SELECT 'started' AS act, id AS count, started_at AS at FROM counts WHERE started_by = $1
         UNION ALL SELECT 'signed', count_id, signed_at FROM count_signatures WHERE person_id = $1 ORDER BY at`,
      ),
    );
  }
}
