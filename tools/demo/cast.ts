import type { Client } from './client.ts';

/** Who makes the demo city: accounts of the demo, signed in. */
export interface Cast {
  readonly officer: Client;
  /** Signs what the first may not do alone. */
  readonly second: Client;
  readonly reviewer: Client;
  /** Residents of the demo: they take turns in writing, supporting and commenting. */
  readonly residents: readonly Client[];
  readonly databaseUrl: string;
}
