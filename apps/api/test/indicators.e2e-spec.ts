import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { LoadCatalogue } from '../src/indicators/load-catalogue.js';
import { type TestApp, testApp } from './support/test-app.js';

interface Summary {
  code: string;
  useWithCare: string | null;
  latest: { percent: number; n: number; lowPercent: null; caution: string } | null;
}
interface Theme {
  riskFactors: unknown[];
  questions: { code: string }[];
  indicators: Summary[];
}

describe('indicators', () => {
  let api: TestApp;
  beforeAll(async () => {
    api = await testApp();
  });
  afterAll(() => api.close());

  it('shows five themes, 24 risk factors, 13 questions and 21 indicators', async () => {
    const answer = await api.send('GET', '/indicators');
    const themes: Theme[] = answer.json();

    expect(answer.statusCode).toBe(200);
    expect(themes).toHaveLength(5);
    expect(themes.flatMap(({ riskFactors }) => riskFactors)).toHaveLength(24);
    expect(new Set(themes.flatMap(({ questions }) => questions.map(({ code }) => code))).size).toBe(13);
    expect(themes.flatMap(({ indicators }) => indicators)).toHaveLength(21);
  });

  it('gives the figure of 2025 with its base and its caution, and no margin of error', async () => {
    const themes: Theme[] = (await api.send('GET', '/indicators')).json();
    const fair = themes[1]?.indicators.find(({ code }) => code === '2.2');

    expect(fair?.latest).toMatchObject({ percent: 26, n: 428, lowPercent: null });
    expect(fair?.latest?.caution).toContain('Self-selected');
    expect(themes[1]?.indicators.filter(({ useWithCare }) => useWithCare)).toHaveLength(2);
  });

  it('shows one indicator with its questions, readings, benchmarks and how to read it', async () => {
    const one = (await api.send('GET', '/indicators/3.3')).json();

    expect(one).toMatchObject({ code: '3.3', polarity: 'lower-is-better', aims: 0, aimsHere: [] });
    expect(one.themeName).toBe('Belonging, relationships and social connection');
    expect(one.readings.map(({ percent }: { percent: number }) => percent)).toEqual(
      expect.arrayContaining([48, 17.3, 64, 32, 83]),
    );
    expect(one.readings.filter(({ isBenchmark }: { isBenchmark: boolean }) => isBenchmark).length).toBe(2);
    expect(one.surveyQuestions.find(({ code }: { code: string }) => code === 'CLS-GETON')).toMatchObject({
      wordingStatus: 'verbatim',
      nationalPercent: 83,
    });
    expect(one.howToRead).toContain('A lower figure is better.');
  });

  it('does not know an indicator that is not in the catalogue', async () => {
    const answer = await api.send('GET', '/indicators/9.9');

    expect(answer.statusCode).toBe(404);
    expect(answer.json().title).toBe('indicator.not-found');
  });

  it('loads the catalogue again without doubling it', async () => {
    const readings = () => api.db.query('SELECT count(*)::int AS n FROM readings');
    const [before] = await readings();
    await api.app.get(LoadCatalogue).execute();

    expect((await readings())[0]).toEqual(before);
  });
});
