import { Injectable, type OnModuleInit } from '@nestjs/common';

import { PersonalRecords } from '../platform/personal-records/index.js';

@Injectable()
export class ContributionRecords implements OnModuleInit {
  constructor(private readonly records: PersonalRecords) {}

  onModuleInit(): void {
    this.records.keep({
      name: 'contributions',
      title: 'What you gave, and what it fed',
      holds:
        'That you proposed, supported, commented or took part in a vote, for what and since when, and what you wrote down for others. Never how you voted.',
      keptFor: 'Until you delete your account.',
      goes: 'The link to you.',
      stays: 'That somebody gave it: what a proposal received stays countable, and names nobody.',
      columns: ['contributions.person_id', 'spoken.recorded_by'],
      export: (personId, manager) =>
        manager.query(
          `SELECT c.kind, r.slug AS round, c.proposal_number AS proposal, c.since
           FROM contributions c JOIN rounds r ON r.id = c.round_id WHERE c.person_id = $1
           UNION ALL
           SELECT 'wrote down for others', r.slug, c.proposal_number, s.recorded_at
           FROM spoken s JOIN contributions c ON c.spoken_id = s.id JOIN rounds r ON r.id = c.round_id
           WHERE s.recorded_by = $1 ORDER BY since`,
          [personId],
        ),
      erase: async (personId, manager) => {
        await manager.query('UPDATE contributions SET person_id = NULL WHERE person_id = $1', [personId]);
        await manager.query('UPDATE spoken SET recorded_by = NULL WHERE recorded_by = $1', [personId]);
      },
    });
  }
}
