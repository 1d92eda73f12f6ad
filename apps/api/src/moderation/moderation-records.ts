import { Injectable, type OnModuleInit } from '@nestjs/common';

import { actsOnRecord, PersonalRecords } from '../platform/personal-records/index.js';

@Injectable()
export class ModerationRecords implements OnModuleInit {
  constructor(private readonly records: PersonalRecords) {}

  onModuleInit(): void {
    this.records.keep({
      name: 'moderation',
      title: 'Decisions about what you wrote',
      holds: 'What a moderator decided about your proposals and comments, why, and your appeal.',
      keptFor: 'As long as the public moderation log: seven years.',
      goes: 'The link to you, and the words of your appeal.',
      stays: 'The decision with its reason: the log shows how moderators decide, and has no names.',
      columns: ['moderation_cases.author_id'],
      export: (personId, manager) =>
        manager.query(
          `SELECT number AS "case", proposal_number AS proposal, act, rule, reason, decided_at AS "decidedAt",
             appeal_words AS "appeal", appeal_upheld AS "appealUpheld", appeal_reason AS "appealReason"
           FROM moderation_cases WHERE author_id = $1 AND state <> 'waiting' ORDER BY number`,
          [personId],
        ),
      erase: async (personId, manager) => {
        await manager.query(
          'UPDATE moderation_cases SET author_id = NULL, appeal_words = NULL WHERE author_id = $1',
          [personId],
        );
      },
    });
    this.records.keep(
      actsOnRecord(
        'moderation-acts',
        'Decisions you took as a moderator',
        'Which cases you decided and which appeals you answered.',
        ['moderation_cases.decided_by', 'moderation_cases.appeal_decided_by'],
        `SELECT number AS "case", 'decided' AS act, decided_at AS at FROM moderation_cases WHERE decided_by = $1
         UNION ALL SELECT number, 'answered an appeal', appeal_decided_at FROM moderation_cases WHERE appeal_decided_by = $1
         ORDER BY at`,
      ),
    );
  }
}
