import type { Manifest } from '@commonthread/ballot-protocol';
import { Injectable } from '@nestjs/common';

import { Elections, type ElectionState } from '../elections/index.js';
import { LogWriter } from '../log/index.js';
import { CastDatabase, KeeperDatabase } from '../platform/database/index.js';

export interface DayCount {
  /** YYYY-MM-DD, the day of the batch. */
  readonly day: string;
  /** Passes that voted for the first time. */
  readonly credentials: number;
  /** Online ballots, changes included. */
  readonly ballots: number;
  readonly paper: number;
}

/** What anybody may know: no number here depends on a choice, nor on a ballot that still waits. */
export interface ElectionView {
  readonly election: string;
  readonly state: ElectionState;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly closedAt: string | null;
  readonly manifestSha256: string;
  readonly manifest: Manifest;
  /** Passes that have voted and sheets entered. */
  readonly turnout: number;
  readonly days: readonly DayCount[];
  /** Whether nothing is signed because the log does not continue what was published. */
  readonly incident: boolean;
}

/** For the back office: how many ballots wait, so that the two sides' counts can be compared. */
export interface AdminView {
  readonly election: string;
  readonly state: ElectionState;
  readonly incident: boolean;
  readonly logged: { readonly credentials: number; readonly ballots: number; readonly paper: number };
  readonly waiting: number;
}

@Injectable()
export class ElectionsQueries {
  constructor(
    private readonly elections: Elections,
    private readonly writer: LogWriter,
    private readonly database: CastDatabase,
    private readonly keeper: KeeperDatabase,
  ) {}

  /** @throws ElectionUnknown */
  async view(id: string): Promise<ElectionView> {
    const { manifest, manifestSha256, state, closedAt } = await this.elections.byId(id);
    const days = await this.days(id);
    const { credentials, paper } = totalsOf(days);
    return {
      election: id,
      state,
      opensAt: manifest.opensAt,
      closesAt: manifest.closesAt,
      closedAt: closedAt?.toISOString() ?? null,
      manifestSha256: manifestSha256.toString('hex'),
      manifest,
      turnout: credentials + paper,
      days,
      incident: this.writer.isInIncident(id),
    };
  }

  /** @throws ElectionUnknown */
  async adminView(id: string): Promise<AdminView> {
    const { state } = await this.elections.byId(id);
    const [{ waiting }] = await this.keeper.query<[{ waiting: number }]>(
      'SELECT count(*)::int AS waiting FROM urn.ballot WHERE election = $1 AND idx IS NULL',
      [id],
    );
    const logged = totalsOf(await this.days(id));
    return { election: id, state, incident: this.writer.isInIncident(id), logged, waiting };
  }

  private days(id: string): Promise<DayCount[]> {
    return this.database.query(
      `SELECT to_char(day, 'YYYY-MM-DD') AS day, credentials, ballots, paper
         FROM tlog.day WHERE election = $1 ORDER BY 1`,
      [id],
    );
  }
}

function totalsOf(days: readonly DayCount[]): AdminView['logged'] {
  return days.reduce(
    (sum, { credentials, ballots, paper }) => ({
      credentials: sum.credentials + credentials,
      ballots: sum.ballots + ballots,
      paper: sum.paper + paper,
    }),
    { credentials: 0, ballots: 0, paper: 0 },
  );
}
