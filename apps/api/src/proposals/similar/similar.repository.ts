import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { SET_ASIDE } from '../proposal-states.js';
import type { ProposalSummary } from '../proposal.js';
import { SUMMARY_COLUMNS, type SummaryRow, summaryOf } from '../proposals.rows.js';

/** What others are compared with. */
export interface Likeness {
  readonly title: string;
  readonly summary: string;
  readonly roundId: string;
  readonly placeId: string | undefined;
  readonly category: string | undefined;
  /** The proposal itself, when it is public already. */
  readonly except: number | undefined;
}

/** Why one proposal is taken to be like another; each is a sentence on screen. */
export const LIKENESS_REASONS = ['title', 'words', 'same-place', 'same-topic'] as const;
export type LikenessReason = (typeof LIKENESS_REASONS)[number];

export interface Similar {
  readonly proposal: ProposalSummary;
  /** 0 to 1: half the likeness of the titles, 0.3 the share of words in common, 0.1 each for place and topic. */
  readonly score: number;
  readonly because: readonly LikenessReason[];
}

type Row = SummaryRow & { score: number; because: LikenessReason[] };

/** From here on a title is told as similar; it is also what `%` of pg_trgm takes by default. */
const TITLE_ALIKE = 0.3;
/** Share of the words of title and summary that the other has too. */
const WORDS_ALIKE = 0.4;
/** So many by words are looked at closely, whatever their number: a common word must not cost a slow page. */
const LOOKED_AT = 100;

/**
 * Trigrams find the same title with a slip or another ending, words find the same thing said otherwise. Each way
 * brings its own best candidates from its index, by the title alone: a sentence has words that all have. Then both
 * measures are taken of all of them.
 */
@Injectable()
export class SimilarRepository {
  constructor(private readonly database: DataSource) {}

  /** The most alike first. Only what the public can read, within one round, and nothing set aside. */
  async like(
    { title, summary, roundId, placeId, category, except }: Likeness,
    most: number,
  ): Promise<Similar[]> {
    const rows = await this.database.query<Row[]>(
      `WITH asked AS MATERIALIZED (
         SELECT lower($1) AS title, tsvector_to_array(to_tsvector('english', $1 || ' ' || $2)) AS words,
           (SELECT string_agg(quote_literal(word), ' | ')::tsquery
            FROM unnest(tsvector_to_array(to_tsvector('english', $1))) AS word) AS any_word
       ), candidates AS (
         (SELECT number FROM proposals, asked
          WHERE submitted_at IS NOT NULL AND shown = 'yes' AND round_id = $3 AND lower(proposals.title) % asked.title
          ORDER BY similarity(lower(proposals.title), asked.title) DESC, number LIMIT ${LOOKED_AT})
         UNION
         (SELECT number FROM proposals, asked
          WHERE submitted_at IS NOT NULL AND shown = 'yes' AND round_id = $3 AND search @@ any_word
          ORDER BY ts_rank('{0, 0, 0.7, 1}', search, any_word) DESC, number LIMIT ${LOOKED_AT})
       ), measured AS (
         SELECT p.*, similarity(lower(p.title), asked.title)::double precision AS alike, (
           SELECT count(*)::double precision FROM unnest(asked.words) AS word
           WHERE word = ANY (tsvector_to_array(ts_filter(p.search, '{a,b}')))
         ) / greatest(cardinality(asked.words), 1) AS shared,
           coalesce(p.place_id = $4, false) AS here, coalesce(p.categories @> ARRAY[$5], false) AS topic
         FROM candidates JOIN proposals p USING (number), asked
         WHERE p.state <> ALL ($6::text[]) AND p.number IS DISTINCT FROM $7
       )
       SELECT ${SUMMARY_COLUMNS},
         0.5 * alike + 0.3 * shared + 0.1 * here::int + 0.1 * topic::int AS score,
         array_remove(ARRAY[CASE WHEN alike >= ${TITLE_ALIKE} THEN 'title' END,
           CASE WHEN shared >= ${WORDS_ALIKE} THEN 'words' END,
           CASE WHEN here THEN 'same-place' END, CASE WHEN topic THEN 'same-topic' END], NULL) AS because
       FROM measured WHERE alike >= ${TITLE_ALIKE} OR shared >= ${WORDS_ALIKE}
       ORDER BY score DESC, supports DESC, number LIMIT $8`,
      [title, summary, roundId, placeId ?? null, category ?? null, SET_ASIDE, except ?? null, most],
    );
    return rows.map(({ score, because, ...row }) => ({
      proposal: summaryOf(row),
      score: Math.round(score * 100) / 100,
      because,
    }));
  }
}
