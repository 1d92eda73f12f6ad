import { describe, expect, it } from '@jest/globals';

import {
  counted,
  INDICATORS,
  INVESTIGATION_QUESTIONS,
  nationalBenchmarks,
  STOKE_2025,
  SURVEY_QUESTIONS,
  THEMES,
} from './index.js';

const perTheme = (of: (theme: number) => number) => [1, 2, 3, 4, 5].map(of);

describe('the catalogue', () => {
  it('holds the five themes with their 24 risk factors', () => {
    expect(THEMES.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
    expect(THEMES.map(({ riskFactors }) => riskFactors.length)).toEqual([4, 4, 6, 4, 6]);
  });

  it('holds 13 questions, one of them printed in two themes', () => {
    expect(INVESTIGATION_QUESTIONS).toHaveLength(13);
    expect(
      perTheme((theme) => INVESTIGATION_QUESTIONS.filter(({ themes }) => themes.includes(theme)).length),
    ).toEqual([3, 1, 5, 3, 2]);
  });

  it('holds 21 indicators and marks the two that ask about other groups', () => {
    expect(perTheme((theme) => INDICATORS.filter((one) => one.theme === theme).length)).toEqual([
      4, 4, 5, 4, 4,
    ]);
    expect(INDICATORS.filter(({ useWithCare }) => useWithCare).map(({ code }) => code)).toEqual([
      '2.3',
      '2.4',
    ]);
  });

  it('links every question of the bank to an indicator, by codes that exist', () => {
    const asked = new Set(INDICATORS.flatMap(({ questions }) => questions));

    expect([...asked].sort()).toEqual(SURVEY_QUESTIONS.map(({ code }) => code).sort());
  });

  it('never prints a margin of error for the self-selected survey, and says why', () => {
    const stoke = STOKE_2025.filter(({ isBenchmark }) => !isBenchmark);

    expect(stoke).toHaveLength(13);
    for (const { caution } of stoke) expect(caution).toContain('no margin of error');
  });

  it('names every reading once and points it at an indicator', () => {
    const readings = [...STOKE_2025, ...nationalBenchmarks()];
    const codes = new Set(INDICATORS.map(({ code }) => code));

    expect(new Set(readings.map(({ origin }) => origin)).size).toBe(readings.length);
    expect(readings.filter(({ indicator }) => !codes.has(indicator))).toEqual([]);
  });

  it('says of every indicator but the three for context whom its figure counts', () => {
    const silent = INDICATORS.filter(({ code }) => counted(code) === null);
    expect(silent.map(({ polarity }) => polarity)).toEqual(['context', 'context', 'context']);
  });

  /** Words of a "no", or of something nobody wants. */
  const BAD = /\b(?:not|no|never|lonely|worse|threat|priority)\b/;
  it.each(INDICATORS.filter(({ polarity }) => polarity !== 'context'))(
    '$code: the people counted are those whom fewer or more of would be better',
    ({ code, polarity }) => {
      expect(BAD.test(counted(code) ?? '')).toBe(polarity === 'lower-is-better');
    },
  );

  /** A name that reads as a statement. */
  const CLAIM = /\b(?:understand|get along|are fair|trust|treat)\b/;
  it.each(INDICATORS.filter(({ polarity }) => polarity === 'lower-is-better'))(
    '$code: its name states nothing that its figure denies',
    ({ name }) => {
      expect(CLAIM.test(name) && !/^How\b/.test(name)).toBe(false);
    },
  );

  it('has a label of its own for each headline, that counts the same people', () => {
    for (const { headlineSeries, polarity } of INDICATORS.filter((one) => one.headlineSeries)) {
      const [reading] = STOKE_2025.filter(({ series }) => series === headlineSeries);
      expect(BAD.test(reading?.label ?? '')).toBe(polarity === 'lower-is-better');
    }
  });
});
