import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { actsOnRecord, PersonalRecords } from '../../platform/personal-records/index.js';

const ERASING = [
  'DELETE FROM author_invitations WHERE invited_by = $1',
  'DELETE FROM proposal_coauthors WHERE person_id = $1',
  'DELETE FROM withdrawal_wishes WHERE person_id = $1',
  'DELETE FROM suggestion_answers WHERE person_id = $1',
  'DELETE FROM merge_carried WHERE person_id = $1',
];

/** What writing together, and joining proposals, holds of people. */
@Injectable()
export class SharedRecords implements OnModuleInit {
  constructor(private readonly records: PersonalRecords) {}

  onModuleInit(): void {
    this.records.keep({
      name: 'shared-proposals',
      title: 'Proposals you write with others',
      holds:
        'Which proposals you joined as a co-author, the links you made for others, and your answers to suggestions to withdraw, join or split them.',
      keptFor: 'Until you leave the authors or delete your account.',
      goes: 'All of it. The proposals stay with their other authors.',
      stays: null,
      columns: [
        'author_invitations.invited_by',
        'proposal_coauthors.person_id',
        'withdrawal_wishes.person_id',
        'suggestion_answers.person_id',
        'merge_carried.person_id',
      ],
      export: (personId, manager) =>
        manager.query(
          `SELECT 'co-author' AS "as", proposal_number AS proposal, since AS at FROM proposal_coauthors WHERE person_id = $1
           UNION ALL SELECT 'invited somebody', proposal_number, at FROM author_invitations WHERE invited_by = $1
           UNION ALL SELECT 'wants to withdraw', proposal_number, at FROM withdrawal_wishes WHERE person_id = $1
           UNION ALL SELECT CASE WHEN agrees THEN 'agreed to a suggestion' ELSE 'did not agree to a suggestion' END,
             s.proposal_number, a.at FROM suggestion_answers a JOIN proposal_suggestions s ON s.id = a.suggestion_id
             WHERE a.person_id = $1
           UNION ALL SELECT 'went along when proposals were joined', s.proposal_number, s.closed_at
             FROM merge_carried c JOIN proposal_suggestions s ON s.id = c.suggestion_id WHERE c.person_id = $1
           ORDER BY at`,
          [personId],
        ),
      erase,
    });
    this.records.keep(
      actsOnRecord(
        'suggestions',
        'Joining and splitting you suggested',
        'Which proposals you suggested to join or split, with the reason you gave.',
        ['proposal_suggestions.suggested_by'],
        `SELECT kind, proposal_number AS proposal, into_number AS "into", reason, at, state
         FROM proposal_suggestions WHERE suggested_by = $1 ORDER BY at`,
      ),
    );
  }
}

async function erase(personId: string, manager: EntityManager): Promise<void> {
  for (const sql of ERASING) await manager.query(sql, [personId]);
}
