import { Injectable, type OnModuleInit } from '@nestjs/common';

import { PersonalRecords } from '../platform/personal-records/index.js';

@Injectable()
export class NoticeRecords implements OnModuleInit {
  constructor(private readonly records: PersonalRecords) {}

  onModuleInit(): void {
    this.records.keep({
      name: 'notices',
      title: 'What you were told',
      holds: 'Which changes you were told of, whether you read them, and how often you want mail.',
      keptFor: 'Until you delete your account.',
      goes: 'All of it.',
      stays: null,
      columns: ['notices.person_id', 'notice_mails.person_id', 'notice_settings.person_id'],
      export: (personId, manager) =>
        manager.query(
          `SELECT f.kind, f.proposal_number AS proposal, n.because, n.at, n.read_at AS "readAt"
           FROM notices n JOIN fates f ON f.id = n.fate_id WHERE n.person_id = $1 ORDER BY n.id`,
          [personId],
        ),
      erase: async (personId, manager) => {
        for (const sql of [
          'DELETE FROM notices WHERE person_id = $1',
          'DELETE FROM notice_mails WHERE person_id = $1',
          'DELETE FROM notice_settings WHERE person_id = $1',
        ]) {
          await manager.query(sql, [personId]);
        }
      },
    });
  }
}
