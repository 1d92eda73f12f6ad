import { Injectable, type OnModuleInit } from '@nestjs/common';

import { actsOnRecord, PersonalRecords } from '../platform/personal-records/index.js';

@Injectable()
export class ImportRecords implements OnModuleInit {
  constructor(private readonly records: PersonalRecords) {}

  onModuleInit(): void {
    this.records.keep(
      actsOnRecord(
        'imports',
        'Files you imported',
        'Which files of past elections you imported, and when.',
        ['imports.started_by'],
        `SELECT file_name AS "fileName", state, started_at AS at FROM imports WHERE started_by = $1 ORDER BY started_at`,
      ),
    );
  }
}
