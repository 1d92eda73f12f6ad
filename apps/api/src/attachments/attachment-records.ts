import { Injectable, type OnModuleInit } from '@nestjs/common';

import { Outbox } from '../platform/events/index.js';
import { PersonalRecords } from '../platform/personal-records/index.js';
import { ATTACHMENT_REMOVED } from './attachments.events.js';

@Injectable()
export class AttachmentRecords implements OnModuleInit {
  constructor(
    private readonly records: PersonalRecords,
    private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    this.records.keep({
      name: 'attachments',
      title: 'Photos and documents you added',
      holds:
        'The pictures and documents themselves, drawn anew without where they were taken, and your words for them.',
      keptFor: 'Until you remove them or delete your account.',
      goes: 'Those you added to proposals.',
      stays: 'Those you added to a project as an officer, without your name.',
      columns: ['attachments.added_by'],
      export: (personId, manager) =>
        manager.query(
          `SELECT id, owner_kind AS "belongsTo", owner_id AS "number", kind, alt, added_at AS "addedAt"
           FROM attachments WHERE added_by = $1 ORDER BY added_at`,
          [personId],
        ),
      erase: async (personId, manager) => {
        const [gone] = await manager.query<[{ id: string }[], number]>(
          `DELETE FROM attachments WHERE added_by = $1 AND owner_kind = 'proposal' RETURNING id`,
          [personId],
        );
        for (const { id } of gone) await this.outbox.append(ATTACHMENT_REMOVED, { id }, manager);
        await manager.query('UPDATE attachments SET added_by = NULL WHERE added_by = $1', [personId]);
      },
    });
  }
}
