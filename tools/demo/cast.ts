import type { Client } from './client.ts';
import type { Calendar } from './time/calendar.ts';

/** Who makes the demo city: accounts of the demo, signed in, and the calendar they keep. */
export interface Cast {
  readonly officer: Client;
  /** Signs what the first may not do alone. */
  readonly second: Client;
  readonly reviewer: Client;
  readonly moderator: Client;
  readonly secondModerator: Client;
  /** Residents of the demo who take turns in writing, supporting and commenting. */
  readonly authors: readonly Client[];
  /** Those, and the young member, whose words would wait for a moderator. */
  readonly residents: readonly Client[];
  readonly calendar: Calendar;
  readonly databaseUrl: string;
  readonly api: string;
  /** Address of the urn's public door. */
  readonly ballotBox: string;
}
