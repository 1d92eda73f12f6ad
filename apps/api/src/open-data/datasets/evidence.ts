import { type Dataset, field } from './dataset.js';

export const AIMS: Dataset = {
  name: 'aims',
  title: 'Aims of decisions',
  about:
    'What each decision set out to change, locked when it was published. Whether it did is computed on the page of the decision from the readings.',
  fields: [
    field('decision', 'text', 'See decisions.'),
    field('indicator', 'text', 'Code of the indicator; see readings.'),
    field('direction', 'text', 'up or down.'),
    field('size_points', 'decimal number', 'By how many percentage points.'),
    field('population', 'text', 'Among whom.'),
    field('place', 'text', 'Where.'),
    field('due_on', 'day', 'By when.'),
    field('mechanism', 'text', 'Why it should work.'),
    field('comparison_places', 'text', 'Places it is compared with, separated by semicolons.'),
    field(
      'baseline_percent',
      'decimal number',
      'The reading it starts from. Empty: nothing was measured before.',
    ),
    field('locked_at', 'moment', 'UTC.'),
  ],
  sql: `DECLARE taken NO SCROLL CURSOR FOR SELECT 'D-' || d.number, a.indicator_code, a.direction, a.size_points, a.population, p.name, a.due_on::text, a.mechanism,
      (SELECT string_agg(o.name, ';' ORDER BY o.name) FROM aim_comparison_places c JOIN places o ON o.id = c.place_id
       WHERE c.aim_id = a.id),
      (SELECT percent FROM readings WHERE id = a.baseline_id), a.locked_at
    FROM aims a JOIN decisions d ON d.id = a.decision_id JOIN places p ON p.id = a.place_id
    WHERE a.locked_at IS NOT NULL
    ORDER BY d.number, a.added_at, a.id`,
};

export const READINGS: Dataset = {
  name: 'readings',
  title: 'Readings of indicators',
  about:
    'What was measured, among how many people, and what that cannot tell. A percentage without its base means little.',
  fields: [
    field('indicator', 'text', 'Code: its page is /indicators/ and this code.'),
    field('series', 'text', 'Only readings of one series can be compared with one another.'),
    field('label', 'text', 'What was asked and counted.'),
    field('place', 'text', 'Empty: a wider area; see area_code.'),
    field('area_code', 'text', 'GSS code of the area that was measured.'),
    field('population', 'text', 'Who was asked.'),
    field('percent', 'decimal number', ''),
    field('n', 'whole number', 'People who answered. Empty: not published.'),
    field('low_percent', 'decimal number', 'Lower end of the interval. Empty: none can be given.'),
    field('high_percent', 'decimal number', 'Upper end.'),
    field('interval_method', 'text', ''),
    field('period', 'text', 'When it was asked.'),
    field('mode', 'text', 'How it was asked.'),
    field('source', 'text', ''),
    field('caution', 'text', 'What to keep in mind.'),
    field('benchmark', 'yes or no', 'Whether it is there to compare with.'),
    field('invented', 'yes or no', 'Whether it is an example that was never measured.'),
  ],
  sql: `DECLARE taken NO SCROLL CURSOR FOR SELECT g.indicator_code, g.series, g.label, p.name, g.area_code, g.population, g.percent, g.n, g.low_percent,
      g.high_percent, g.interval_method, g.period, g.mode, g.source, g.caution, g.is_benchmark, g.invented
    FROM readings g LEFT JOIN places p ON p.id = g.place_id
    ORDER BY g.indicator_code, g.series, g.fieldwork_from NULLS LAST, g.id`,
};
