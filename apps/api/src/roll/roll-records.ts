import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { actsOnRecord, PersonalRecords } from '../platform/personal-records/index.js';

/** Voting rolls know accounts by their claims alone. How somebody voted is held nowhere with a person. */
@Injectable()
export class RollRecords implements OnModuleInit {
  constructor(private readonly records: PersonalRecords) {}

  onModuleInit(): void {
    this.records.keep({
      name: 'voting-rolls',
      title: 'Voting rolls you are on',
      holds:
        'For which votes you asked to be on the roll and what was answered. Whether a voting pass was issued to you. Never how you voted: that cannot be linked to you, not even by us.',
      keptFor: 'Details you entered until your claim is decided; the rest until half a year after the vote.',
      goes: 'Claims that still wait, with the details you entered, and the link between your account and every roll.',
      stays:
        'On a frozen roll an entry without a name, so that nobody votes twice, and votes already cast: they cannot be found, so they cannot be taken out.',
      columns: ['roll.claim.person'],
      export: (personId, manager) => exported(personId, manager),
      erase: (personId, manager) => erase(personId, manager),
    });
    this.records.keep(
      actsOnRecord(
        'roll-acts',
        'Rolls, claims and passes you decided about',
        'Which claims to be on a roll you decided, files of voters you stored, voters you took back and passes you reissued with another officer.',
        [
          'roll.claim.decided_by',
          'roll.upload.uploaded_by',
          'roll.withdrawal.asked_by',
          'roll.withdrawal.confirmed_by',
          'roll.reissue.asked_by',
          'roll.reissue.confirmed_by',
        ],
        `SELECT 'decided' AS act, r.slug AS round, c.decided_at AS at FROM roll.claim c JOIN rounds r ON r.id = c.election
         WHERE c.decided_by = $1
         UNION ALL SELECT 'stored a file', r.slug, u.uploaded_at FROM roll.upload u JOIN rounds r ON r.id = u.election
         WHERE u.uploaded_by = $1
         UNION ALL SELECT 'asked to take voters back', r.slug, w.asked_at FROM roll.withdrawal w JOIN rounds r ON r.id = w.election
         WHERE w.asked_by = $1
         UNION ALL SELECT 'confirmed that voters are taken back', r.slug, w.confirmed_at FROM roll.withdrawal w
         JOIN rounds r ON r.id = w.election WHERE w.confirmed_by = $1
         UNION ALL SELECT 'asked for a reissue', r.slug, i.asked_at FROM roll.reissue i JOIN rounds r ON r.id = i.election
         WHERE i.asked_by = $1
         UNION ALL SELECT 'confirmed a reissue', r.slug, i.confirmed_at FROM roll.reissue i JOIN rounds r ON r.id = i.election
         WHERE i.confirmed_by = $1 ORDER BY at`,
      ),
    );
  }
}

function exported(personId: string, manager: EntityManager): Promise<object[]> {
  return manager.query(
    `SELECT r.slug AS round, c.stage, c.connection, c.asked_at AS "askedAt", c.decided_at AS "decidedAt", c.reason,
       EXISTS (SELECT 1 FROM roll.participation p WHERE p.election = c.election AND p.elector = c.elector) AS "passIssued"
     FROM roll.claim c JOIN rounds r ON r.id = c.election WHERE c.person = $1 ORDER BY c.asked_at`,
    [personId],
  );
}

/** Before a roll is frozen its entry goes too, unless the council's own list brought it. */
async function erase(personId: string, manager: EntityManager): Promise<void> {
  await manager.query('SELECT roll.leave($1)', [personId]);
  await manager.query(`DELETE FROM roll.claim WHERE person = $1 AND stage = 'waiting'`, [personId]);
  await manager.query('UPDATE roll.claim SET person = NULL, reason = NULL WHERE person = $1', [personId]);
}
