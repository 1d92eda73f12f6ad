import { Injectable, type OnModuleInit } from '@nestjs/common';

import { actsOnRecord, PersonalRecords } from '../platform/personal-records/index.js';

/** What reviews hold of the people who give them, and of authors who appeal. */
@Injectable()
export class ReviewRecords implements OnModuleInit {
  constructor(private readonly records: PersonalRecords) {}

  onModuleInit(): void {
    this.records.keep({
      name: 'departments',
      title: 'Departments you work in',
      holds:
        'Which departments you are a member of, whether you coordinate them, and which questions are yours.',
      keptFor: 'Until you are taken out or delete your account.',
      goes: 'All of it.',
      stays: null,
      columns: ['department_members.person_id', 'review_answers.person_id'],
      export: (personId, manager) =>
        manager.query(
          `SELECT d.name AS department, m.coordinator, m.since FROM department_members m
             JOIN departments d ON d.id = m.department_id WHERE m.person_id = $1 ORDER BY m.since`,
          [personId],
        ),
      erase: async (personId, manager) => {
        await manager.query('DELETE FROM department_members WHERE person_id = $1', [personId]);
        await manager.query('UPDATE review_answers SET person_id = NULL WHERE person_id = $1', [personId]);
      },
    });
    this.records.keep({
      name: 'appeals',
      title: 'Appeals you made',
      holds: 'The words of your appeals, when you made them, and whether everybody may read them.',
      keptFor: 'As long as the record of the decision they are about.',
      goes: 'The link to you.',
      stays: 'The words: the council answers for what it decided about them.',
      columns: ['review_appeals.author_id'],
      export: (personId, manager) =>
        manager.query(
          `SELECT proposal_number AS proposal, text, text_public AS "textPublic", made_at AS at, upheld, reason
             FROM review_appeals WHERE author_id = $1 ORDER BY made_at`,
          [personId],
        ),
      erase: async (personId, manager) => {
        await manager.query('UPDATE review_appeals SET author_id = NULL WHERE author_id = $1', [personId]);
      },
    });
    this.records.keep(
      actsOnRecord(
        'review-acts',
        'What you did in reviews',
        'Which verdicts you confirmed, signed or sent back, which appeals you decided, and your notes.',
        [
          'review_answers.answered_by',
          'review_verdicts.confirmed_by',
          'review_verdicts.signed_by',
          'review_verdicts.returned_by',
          'review_appeals.decided_by',
          'review_notes.author_id',
        ],
        `SELECT proposal_number AS proposal, 'confirmed' AS what, confirmed_at AS at
           FROM review_verdicts WHERE confirmed_by = $1
         UNION ALL SELECT proposal_number, 'signed', signed_at FROM review_verdicts WHERE signed_by = $1
         UNION ALL SELECT proposal_number, 'sent back', returned_at FROM review_verdicts WHERE returned_by = $1
         UNION ALL SELECT proposal_number, 'appeal decided', decided_at FROM review_appeals WHERE decided_by = $1
         UNION ALL SELECT proposal_number, 'answered ' || criterion, finished_at FROM review_answers WHERE answered_by = $1
         UNION ALL SELECT proposal_number, 'noted: ' || text, at FROM review_notes WHERE author_id = $1
         ORDER BY at`,
      ),
    );
  }
}
