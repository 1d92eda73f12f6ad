import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The one place that says what of a proposal everybody may read. Whoever reads a title for somebody else reads
 * `shown_title`; whoever shows sentences of a round, in which other projects may be named, reads them through
 * `without_hidden`.
 */
export class SayWhatIsShown1764002100000 implements MigrationInterface {
  name = 'SayWhatIsShown1764002100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION shown_title(p proposals) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
        SELECT CASE p.shown WHEN 'yes' THEN p.title
          WHEN 'hidden' THEN 'Proposal ' || p.number || ' (hidden by moderation)'
          ELSE 'Proposal ' || p.number || ' (not read by a moderator yet)' END
      $$;
      CREATE FUNCTION shown_summary(p proposals) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
        SELECT CASE p.shown WHEN 'yes' THEN p.summary ELSE '' END
      $$;

      -- Longer titles first: one may be the beginning of another.
      CREATE FUNCTION without_hidden(words text, round uuid) RETURNS text LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
      DECLARE one record;
      BEGIN
        FOR one IN SELECT p.title, p.shown_title AS neutral FROM proposals p
                   WHERE p.round_id = round AND p.shown <> 'yes' ORDER BY char_length(p.title) DESC LOOP
          words := replace(words, one.title, one.neutral);
        END LOOP;
        RETURN words;
      END $$;
      CREATE INDEX proposals_not_shown ON proposals (round_id) WHERE shown <> 'yes';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX proposals_not_shown;
      DROP FUNCTION without_hidden(text, uuid);
      DROP FUNCTION shown_summary(proposals);
      DROP FUNCTION shown_title(proposals);
    `);
  }
}
