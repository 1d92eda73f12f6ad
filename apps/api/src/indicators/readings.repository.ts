import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import type { PlaceRefDto } from '../places/index.js';
import type { CatalogueReading, Indicator } from './catalogue/index.js';

/** One figure of one wave. */
export interface Reading {
  readonly id: string;
  readonly indicatorCode: string;
  readonly series: string;
  readonly label: string;
  readonly place: PlaceRefDto | null;
  readonly placeId: string | null;
  readonly population: string;
  readonly percent: number;
  /** People who answered. */
  readonly n: number | null;
  /** After weighting (n divided by the design effect); `n` when nothing was weighted. */
  readonly effectiveN: number | null;
  readonly lowPercent: number | null;
  readonly highPercent: number | null;
  readonly intervalMethod: string | null;
  readonly period: string;
  /** First day of the fieldwork, `YYYY-MM-DD`. */
  readonly from: string | null;
  /** Its last day, `YYYY-MM-DD`; the first where none is stated. */
  readonly to: string | null;
  readonly mode: string;
  readonly source: string;
  readonly caution: string | null;
  readonly isBenchmark: boolean;
  /** Whether people chose to take part. */
  readonly selfSelected: boolean;
  readonly invented: boolean;
}

/** Published figures name a place by its ONS code; figures of this platform by the place itself. */
const SELECT = `
  SELECT r.id, r.indicator_code AS "indicatorCode", r.series, r.label, r.population, r.percent::float8 AS percent, r.n,
         coalesce(r.effective_n::float8, r.n) AS "effectiveN", r.low_percent::float8 AS "lowPercent",
         r.high_percent::float8 AS "highPercent", r.interval_method AS "intervalMethod", r.period,
         to_char(r.fieldwork_from, 'YYYY-MM-DD') AS "from",
         to_char(coalesce(r.fieldwork_to, r.fieldwork_from), 'YYYY-MM-DD') AS "to", r.mode, r.source, r.caution,
         r.is_benchmark AS "isBenchmark", r.self_selected AS "selfSelected", r.invented, p.id AS "placeId",
         CASE WHEN p.id IS NOT NULL THEN jsonb_build_object('slug', p.slug, 'name', p.name, 'kind', p.kind) END AS place
    FROM readings r
    LEFT JOIN LATERAL (
      SELECT * FROM places
       WHERE places.id = r.place_id OR (r.place_id IS NULL AND places.code = r.area_code)
       ORDER BY places.valid_from DESC LIMIT 1
    ) p ON true`;

/** Keeps the indicators aims point at, and every reading of them. */
@Injectable()
export class ReadingsRepository {
  constructor(private readonly database: DataSource) {}

  async keepIndicators(indicators: readonly Indicator[]): Promise<void> {
    await this.database.query(
      `INSERT INTO indicators (code, theme, name, headline_series)
       SELECT code, theme, name, "headlineSeries" FROM jsonb_to_recordset($1::jsonb)
              AS x(code text, theme int, name text, "headlineSeries" text)
       ON CONFLICT (code) DO UPDATE SET name = excluded.name, headline_series = excluded.headline_series`,
      [JSON.stringify(indicators)],
    );
  }

  async keepPublished(readings: readonly CatalogueReading[]): Promise<void> {
    await this.database.query(
      `INSERT INTO readings (origin, indicator_code, series, label, area_code, population, percent, n, period,
                             fieldwork_from, fieldwork_to, mode, source, caution, is_benchmark, self_selected)
       SELECT origin, indicator, series, label, "areaCode", population, percent, n, period,
              "from", "to", mode, source, caution, "isBenchmark", "selfSelected"
         FROM jsonb_to_recordset($1::jsonb)
              AS x(origin text, indicator text, series text, label text, "areaCode" text, population text,
                   percent numeric, n int, period text, "from" date, "to" date, mode text, source text,
                   caution text, "isBenchmark" boolean, "selfSelected" boolean)
       ON CONFLICT (origin) DO UPDATE SET label = excluded.label, population = excluded.population,
              percent = excluded.percent, n = excluded.n, source = excluded.source, caution = excluded.caution,
              self_selected = excluded.self_selected`,
      [JSON.stringify(readings)],
    );
  }

  async knows(indicatorCode: string): Promise<boolean> {
    const rows = await this.database.query<unknown[]>('SELECT 1 FROM indicators WHERE code = $1', [
      indicatorCode,
    ]);
    return rows.length > 0;
  }

  /** The newest local figure of each indicator's headline series; a council's before a ward's. */
  async latestHeadlines(): Promise<Map<string, Reading>> {
    const rows: Reading[] = await this.database.query(
      `SELECT DISTINCT ON (h."indicatorCode") h.*
         FROM (${SELECT}) h JOIN indicators i ON i.code = h."indicatorCode" AND i.headline_series = h.series
        WHERE NOT h."isBenchmark"
        ORDER BY h."indicatorCode", (h.place->>'kind' IS DISTINCT FROM 'council'), h."from" DESC NULLS LAST`,
    );
    return new Map(rows.map((row) => [row.indicatorCode, row]));
  }

  /** Every figure of an indicator: local ones first, newest first. */
  async ofIndicator(code: string): Promise<Reading[]> {
    return this.database.query(
      `${SELECT} WHERE r.indicator_code = $1
        ORDER BY r.is_benchmark, r.fieldwork_from DESC NULLS LAST, r.origin, r.id`,
      [code],
    );
  }

  /** Headline figures of one indicator at one place, oldest first. */
  async headlinesAt(indicatorCode: string, placeId: string): Promise<Reading[]> {
    return this.database.query(
      `${SELECT} JOIN indicators i ON i.code = r.indicator_code AND i.headline_series = r.series
        WHERE r.indicator_code = $1 AND p.id = $2 AND NOT r.is_benchmark
        ORDER BY r.fieldwork_from NULLS FIRST, r.id`,
      [indicatorCode, placeId],
    );
  }
}
