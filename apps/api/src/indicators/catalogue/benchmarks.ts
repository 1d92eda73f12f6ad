import { INDICATORS } from './indicators.js';
import { SURVEY_QUESTIONS } from './survey-questions.js';
import type { CatalogueReading } from './types.js';

const ALIGNMENT =
  'Set it beside a local figure only when wording, answers and counting are the same; another way of asking gives another figure.';

/** The checked national figures of the question bank as readings of every indicator they serve. */
export function nationalBenchmarks(): CatalogueReading[] {
  return INDICATORS.flatMap((indicator) =>
    SURVEY_QUESTIONS.filter(({ code }) => indicator.questions.includes(code)).flatMap((question) => {
      const { code, national } = question;
      if (!national) return [];
      return [
        {
          origin: `bank:${code}:${indicator.code}`,
          indicator: indicator.code,
          series: code,
          label: `${question.topic}: ${question.numerator.join(' or ')}`,
          areaCode: null,
          population: national.geography,
          percent: national.percent,
          n: null,
          period: national.period,
          from: null,
          to: null,
          mode: modeOf(code),
          source: national.source,
          caution: ALIGNMENT,
          isBenchmark: true,
          selfSelected: false,
        },
      ];
    }),
  );
}

/** How the survey behind a question is held; part of the figure's identity. */
function modeOf(code: string): string {
  if (code.startsWith('CLS-') || code === 'GSS-UCLA3') return 'Random sample, online and paper';
  if (code.startsWith('LGA-')) return 'Telephone';
  return 'As the source describes';
}
