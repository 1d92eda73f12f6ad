import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { minor } from './proposals.rows.js';

/** One project of a ballot paper, as it is stored. */
export interface BallotRow {
  readonly proposalNumber: number;
  readonly ballotId: string;
  /** Rising in the order of the paper. */
  readonly position: number;
  /** As everybody may read it. */
  readonly title: string;
  readonly costPence: number;
  readonly categories: readonly string[];
  readonly neighbourhood: string | null;
  readonly placeId: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly votes: number | null;
  readonly selectedByCity: string | null;
}

export interface ImportedProject {
  /** As the file has it; compared as a string. */
  readonly ballotId: string;
  readonly title: string;
  readonly description: string;
  readonly categories: readonly string[];
  readonly neighbourhood: string | null;
  /** Whole minor units of the round's currency. */
  readonly costPence: number;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly votes: number | null;
  /** What the city did with it, in plain words, if the file says so. */
  readonly selectedByCity: string | null;
}

export interface Outcome {
  readonly proposalNumber: number;
  readonly funded: boolean;
  /** Why, in plain words. */
  readonly sentence: string;
  readonly countId: string;
  readonly decisionNumber: string | null;
  readonly votes?: number;
}

/** What happens to many proposals of a round at once. */
@Injectable()
export class PaperRepository {
  constructor(private readonly database: DataSource) {}

  /** In the order of the paper. */
  async ofRound(roundId: string, manager: EntityManager = this.database.manager): Promise<BallotRow[]> {
    const rows = await manager.query<(BallotRow & { costPence: string })[]>(
      `SELECT number AS "proposalNumber", ballot_id AS "ballotId", paper_position AS position, p.shown_title AS title, cost_pence AS "costPence", categories,
         neighbourhood, place_id AS "placeId", latitude, longitude, votes, selected_by_city AS "selectedByCity"
       FROM proposals p WHERE round_id = $1 AND ballot_id IS NOT NULL ORDER BY paper_position`,
      [roundId],
    );
    return rows.map((row) => ({ ...row, costPence: minor(row.costPence) as number }));
  }

  /** @returns how many are accepted, and which have been sent in and not been answered */
  async standing(
    roundId: string,
    manager: EntityManager,
  ): Promise<{ accepted: number; unanswered: number[] }> {
    const [row] = await manager.query<[{ accepted: number; unanswered: number[] }]>(
      `SELECT count(*) FILTER (WHERE state IN ('accepted', 'on-ballot'))::int AS accepted,
              coalesce(array_agg(number ORDER BY number) FILTER (WHERE state IN ('submitted', 'in-review', 'changes-asked')),
                       '{}') AS unanswered
         FROM proposals WHERE round_id = $1`,
      [roundId],
    );
    return row;
  }

  /** The number of a proposal is its ballot id, and their order is the order of the paper. */
  async putOnBallot(roundId: string, manager: EntityManager): Promise<void> {
    await manager.query(
      `WITH moved AS (
         UPDATE proposals SET state = 'on-ballot', ballot_id = number::text, paper_position = number, version = version + 1
         WHERE round_id = $1 AND state = 'accepted' RETURNING number
       )
       INSERT INTO proposal_events (proposal_number, what, by_role)
       SELECT number, 'Put on the ballot paper', 'The timetable' FROM moved ORDER BY number`,
      [roundId],
    );
  }

  /** @returns the proposal number of each ballot id */
  async addImported(
    round: { id: string; placeId: string; currency: string },
    projects: readonly ImportedProject[],
    manager: EntityManager,
  ): Promise<Map<string, number>> {
    const rows = await manager.query<{ number: number; ballot_id: string }[]>(
      `WITH added AS (
         INSERT INTO proposals (round_id, imported, title, summary, body, categories, neighbourhood, cost_pence, currency,
           place_id, latitude, longitude, state, ballot_id, paper_position, votes, selected_by_city, submitted_at)
         SELECT $1, true, p.title, left(p.description, 300), p.description, ARRAY(SELECT jsonb_array_elements_text(p.categories)),
           p.neighbourhood, p."costPence", $3,
           coalesce((SELECT id FROM places WHERE name = p.neighbourhood AND id IN (SELECT place_and_descendants($2))
                     LIMIT 1), $2),
           p.latitude, p.longitude, 'on-ballot', p."ballotId", p.nth, p.votes,
           p."selectedByCity", clock_timestamp()
         FROM ROWS FROM (jsonb_to_recordset($4::jsonb) AS ("ballotId" text, title text, description text, categories jsonb,
           neighbourhood text, "costPence" bigint, latitude double precision, longitude double precision, votes integer,
           "selectedByCity" text)) WITH ORDINALITY AS p ("ballotId", title, description, categories, neighbourhood,
           "costPence", latitude, longitude, votes, "selectedByCity", nth)
         ORDER BY p.nth
         RETURNING number, ballot_id
       ), told AS (
         INSERT INTO proposal_events (proposal_number, what, by_role)
         SELECT number, 'Imported from a published election', 'An officer' FROM added
       )
       SELECT number, ballot_id FROM added`,
      [round.id, round.placeId, round.currency, JSON.stringify(projects)],
    );
    return new Map(rows.map(({ ballot_id, number }) => [ballot_id, number]));
  }

  /** @returns how many proposals are decided now; telling the same again changes nothing */
  async recordOutcomes(
    roundId: string,
    outcomes: readonly Outcome[],
    manager: EntityManager,
  ): Promise<number> {
    const [{ found }] = await manager.query<[{ found: number }]>(
      `WITH given AS (
         SELECT * FROM jsonb_to_recordset($2::jsonb) AS o ("proposalNumber" integer, funded boolean, sentence text,
           "countId" uuid, "decisionNumber" text, votes integer)
       ), before AS (
         SELECT number, state FROM proposals, given
         WHERE number = "proposalNumber" AND round_id = $1 AND state IN ('on-ballot', 'funded', 'not-funded')
         FOR NO KEY UPDATE OF proposals
       ), decided AS (
         UPDATE proposals p SET state = CASE WHEN funded THEN 'funded' ELSE 'not-funded' END, outcome_funded = funded,
           outcome_sentence = sentence, outcome_count_id = "countId", decision_number = "decisionNumber",
           votes = coalesce(given.votes, p.votes), version = p.version + 1
         FROM given, before WHERE p.number = given."proposalNumber" AND before.number = p.number
         RETURNING p.number, p.outcome_funded, p.outcome_sentence
       ), told AS (
         INSERT INTO proposal_events (proposal_number, what, reason, by_role)
         SELECT number, CASE WHEN outcome_funded THEN 'Funded' ELSE 'Not funded' END, outcome_sentence, 'The decision'
         FROM decided JOIN before USING (number) WHERE before.state = 'on-ballot'
       )
       SELECT count(*)::int AS found FROM decided`,
      [roundId, JSON.stringify(outcomes)],
    );
    return found;
  }
}
