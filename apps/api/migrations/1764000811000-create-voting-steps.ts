import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far ballots come, a day's numbers for each round. Nobody, no pass and no project can be named here. */
export class CreateVotingSteps1764000811000 implements MigrationInterface {
  name = 'CreateVotingSteps1764000811000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE voting_steps (
        round_id uuid NOT NULL REFERENCES rounds,
        day date NOT NULL,
        step text NOT NULL CHECK (step IN ('chosen', 'checked', 'cast')),
        n integer NOT NULL CHECK (n > 0),
        PRIMARY KEY (round_id, day, step)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE voting_steps');
  }
}
