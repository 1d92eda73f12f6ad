import type { OpenRow } from './contributions.repository.js';
import type { OpenContributionsDto } from './dto/contribution.dto.js';

/** Days at which a new band begins. */
const BANDS = [0, 30, 90, 180];

/** Adds up what is still without an answer, by age and by round. @param rows oldest first */
export function openContributions(rows: readonly OpenRow[]): OpenContributionsDto {
  const rounds = new Map<string, OpenContributionsDto['rounds'][number]>();
  for (const { slug, title, ageDays, overdue, n } of rows) {
    const known = rounds.get(slug) ?? { slug, title, count: 0, oldestDays: ageDays, overdue };
    rounds.set(slug, { ...known, count: known.count + n, oldestDays: Math.max(known.oldestDays, ageDays) });
  }
  return {
    count: total(rows),
    overdue: total(rows.filter(({ overdue }) => overdue)),
    oldestDays: rows.length === 0 ? null : Math.max(...rows.map(({ ageDays }) => ageDays)),
    ages: BANDS.map((fromDays, n) => {
      const toDays = BANDS[n + 1] ?? null;
      const within = rows.filter(
        ({ ageDays }) => ageDays >= fromDays && (toDays === null || ageDays < toDays),
      );
      return { fromDays, toDays, count: total(within) };
    }),
    rounds: [...rounds.values()].sort((a, b) => b.oldestDays - a.oldestDays),
  };
}

const total = (rows: readonly OpenRow[]): number => rows.reduce((sum, { n }) => sum + n, 0);
