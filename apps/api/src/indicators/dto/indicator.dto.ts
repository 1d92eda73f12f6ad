import { ApiProperty } from '@nestjs/swagger';

import { counted, type Indicator, type Polarity, type SurveyQuestion } from '../catalogue/index.js';
import type { Reading } from '../readings.repository.js';
import { AimDto, COUNTS } from './aim.dto.js';
import { ReadingDto } from './reading.dto.js';

const POLARITIES: readonly Polarity[] = ['higher-is-better', 'lower-is-better', 'context'];

export class IndicatorSummaryDto {
  @ApiProperty({ description: 'Theme and position, for instance 2.1.' }) code: string;
  @ApiProperty() name: string;
  @ApiProperty({ type: String, nullable: true, description: COUNTS }) counts: string | null;
  @ApiProperty() theme: number;
  @ApiProperty({ enum: POLARITIES, enumName: 'Polarity' }) polarity: Polarity;
  @ApiProperty({ type: String, nullable: true, description: 'Why only professionals may ask it.' })
  useWithCare: string | null;
  @ApiProperty({ type: ReadingDto, nullable: true }) latest: ReadingDto | null;
  @ApiProperty({ description: 'Published aims at this indicator.' }) aims: number;

  static of(indicator: Indicator, latest: Reading | undefined, aims: number): IndicatorSummaryDto {
    return {
      code: indicator.code,
      name: indicator.name,
      counts: counted(indicator.code),
      theme: indicator.theme,
      polarity: indicator.polarity,
      useWithCare: indicator.useWithCare,
      latest: latest ? ReadingDto.of(latest) : null,
      aims,
    };
  }
}

export class SurveyQuestionDto {
  @ApiProperty() code: string;
  @ApiProperty() wording: string;
  @ApiProperty({ description: 'verbatim, own words, or from memory.' }) wordingStatus: string;
  @ApiProperty({ type: [String] }) scale: string[];
  @ApiProperty() source: string;
  @ApiProperty({ type: Number, nullable: true }) nationalPercent: number | null;
  @ApiProperty({ type: String, nullable: true }) nationalPeriod: string | null;
  @ApiProperty({ type: String, nullable: true }) nationalGeography: string | null;
  @ApiProperty({ type: String, nullable: true }) note: string | null;

  static of(question: SurveyQuestion): SurveyQuestionDto {
    return {
      code: question.code,
      wording: question.wording,
      wordingStatus: question.wordingStatus,
      scale: [...question.scale],
      source: question.source,
      nationalPercent: question.national?.percent ?? null,
      nationalPeriod: question.national?.period ?? null,
      nationalGeography: question.national?.geography ?? null,
      note: question.note,
    };
  }
}

export class IndicatorDto extends IndicatorSummaryDto {
  @ApiProperty() themeName: string;
  @ApiProperty() definition: string;
  @ApiProperty({ type: [SurveyQuestionDto] }) surveyQuestions: SurveyQuestionDto[];
  @ApiProperty({ type: [ReadingDto] }) readings: ReadingDto[];
  @ApiProperty({ type: [AimDto] }) aimsHere: AimDto[];
  @ApiProperty({ description: 'How to read the figures, in plain words.' }) howToRead: string;
}
