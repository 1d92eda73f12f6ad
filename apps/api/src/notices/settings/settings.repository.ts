import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { FIRST_PACE, type Pace } from '../pace.js';

/** Keeps how often people want mail. */
@Injectable()
export class SettingsRepository {
  constructor(private readonly database: DataSource) {}

  async paceOf(personId: string): Promise<Pace> {
    const [row] = await this.database.query<{ pace: Pace }[]>(
      'SELECT pace FROM notice_settings WHERE person_id = $1',
      [personId],
    );
    return row?.pace ?? FIRST_PACE;
  }

  /** With `none` nothing that waits is sent any more. Setting it twice is setting it once; nobody is nothing. */
  async setPace(personId: string, pace: Pace): Promise<void> {
    await this.database.transaction(async (manager) => {
      await manager.query(
        `INSERT INTO notice_settings (person_id, pace) SELECT id, $2 FROM people WHERE id = $1
         ON CONFLICT (person_id) DO UPDATE SET pace = EXCLUDED.pace, changed_at = clock_timestamp()`,
        [personId, pace],
      );
      if (pace !== 'none') return;
      await manager.query(
        'UPDATE notices SET by_mail = false WHERE person_id = $1 AND by_mail AND mail_key IS NULL',
        [personId],
      );
      await manager.query(
        `UPDATE notice_mails SET state = 'dropped', ended_at = clock_timestamp()
         WHERE person_id = $1 AND state = 'queued'`,
        [personId],
      );
    });
  }
}
