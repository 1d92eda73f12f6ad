import { Injectable } from '@nestjs/common';

import { AimBoard } from './aim-board.js';
import { INDICATORS, INVESTIGATION_QUESTIONS, SURVEY_QUESTIONS, THEMES } from './catalogue/index.js';
import { IndicatorDto, IndicatorSummaryDto, SurveyQuestionDto } from './dto/indicator.dto.js';
import { ReadingDto } from './dto/reading.dto.js';
import type { ThemeDto } from './dto/theme.dto.js';
import { howToRead } from './how-to-read.js';
import { IndicatorNotFound } from './indicators.errors.js';
import { ReadingsRepository } from './readings.repository.js';

@Injectable()
export class IndicatorsQueries {
  constructor(
    private readonly readings: ReadingsRepository,
    private readonly aims: AimBoard,
  ) {}

  async themes(): Promise<ThemeDto[]> {
    const [latest, aims] = await Promise.all([this.readings.latestHeadlines(), this.aims.countByIndicator()]);
    return THEMES.map(({ number, name, riskFactors }) => ({
      number,
      name,
      riskFactors: riskFactors.map((factor) => ({ ...factor })),
      questions: INVESTIGATION_QUESTIONS.filter(({ themes }) => themes.includes(number)).map((question) => ({
        ...question,
        themes: [...question.themes],
      })),
      indicators: INDICATORS.filter(({ theme }) => theme === number).map((indicator) =>
        IndicatorSummaryDto.of(indicator, latest.get(indicator.code), aims.get(indicator.code) ?? 0),
      ),
    }));
  }

  /** @throws IndicatorNotFound */
  async indicator(code: string): Promise<IndicatorDto> {
    const indicator = INDICATORS.find((one) => one.code === code);
    if (!indicator) throw new IndicatorNotFound(code);
    const [latest, readings, aimsHere] = await Promise.all([
      this.readings.latestHeadlines(),
      this.readings.ofIndicator(code),
      this.aims.at(code),
    ]);
    return {
      ...IndicatorSummaryDto.of(indicator, latest.get(code), aimsHere.length),
      themeName: THEMES.find(({ number }) => number === indicator.theme)?.name ?? '',
      definition: indicator.definition,
      surveyQuestions: SURVEY_QUESTIONS.filter((question) => indicator.questions.includes(question.code)).map(
        SurveyQuestionDto.of,
      ),
      readings: readings.map(ReadingDto.of),
      aimsHere,
      howToRead: howToRead(indicator),
    };
  }
}
