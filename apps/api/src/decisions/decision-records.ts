import { Injectable, type OnModuleInit } from '@nestjs/common';

import { actsOnRecord, PersonalRecords } from '../platform/personal-records/index.js';

@Injectable()
export class DecisionRecords implements OnModuleInit {
  constructor(private readonly records: PersonalRecords) {}

  onModuleInit(): void {
    this.records.keep(
      actsOnRecord(
        'decisions',
        'Decisions you drafted',
        'Which decisions you began to write up, and when.',
        ['decisions.started_by'],
        `SELECT 'D-' || number AS decision, started_at AS at FROM decisions WHERE started_by = $1 ORDER BY number`,
      ),
    );
  }
}
