import { Inject, Injectable } from '@nestjs/common';
import ical from 'ical-generator';
import { DataSource } from 'typeorm';

import { type Config, CONFIG } from '../../platform/config/index.js';

interface PhaseRow {
  readonly round: string;
  readonly title: string;
  readonly place: string;
  readonly ideasOpen: Date | null;
  readonly ideasClose: Date | null;
  readonly votingOpens: Date | null;
  readonly votingCloses: Date | null;
}

/** When people can do something, for their own calendars. */
@Injectable()
export class RoundCalendar {
  constructor(
    private readonly database: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async ics(): Promise<string> {
    const calendar = ical({ name: 'Rounds: ideas and votes', prodId: '//Common Thread//rounds//EN' });
    for (const row of await this.phases()) {
      const add = (kind: string, what: string, start: Date | null, end: Date | null): void => {
        if (!start || !end) return;
        calendar.createEvent({
          id: `${row.round}-${kind}@${new URL(this.config.publicUrl).host}`,
          start,
          end,
          summary: `${what}: ${row.title}`,
          location: row.place,
          url: `${this.config.publicUrl}/rounds/${row.round}`,
        });
      };
      add('ideas', 'Send in ideas', row.ideasOpen, row.ideasClose);
      add('voting', 'Vote', row.votingOpens, row.votingCloses);
    }
    return calendar.toString();
  }

  private phases(): Promise<PhaseRow[]> {
    return this.database.query(
      `SELECT r.slug AS round, r.title, p.name AS place, ideas_opens_at AS "ideasOpen", ideas_closes_at AS "ideasClose",
         voting_opens_at AS "votingOpens", voting_closes_at AS "votingCloses"
       FROM rounds r JOIN places p ON p.id = r.place_id
       WHERE r.opened_at IS NOT NULL AND r.cancelled_at IS NULL AND r.imported_from IS NULL
       ORDER BY r.ideas_opens_at, r.slug`,
    );
  }
}
