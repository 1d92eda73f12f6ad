import { ApiProperty } from '@nestjs/swagger';

import { IndicatorSummaryDto } from './indicator.dto.js';

export class RiskFactorDto {
  @ApiProperty() code: string;
  @ApiProperty() name: string;
  @ApiProperty({ description: 'How the platform works with it.' }) use: string;
}

export class InvestigationQuestionDto {
  @ApiProperty() code: string;
  @ApiProperty() text: string;
  @ApiProperty({ type: [Number] }) themes: number[];
}

/** One theme of the framework with what to watch, what to ask and what to measure. */
export class ThemeDto {
  @ApiProperty() number: number;
  @ApiProperty() name: string;
  @ApiProperty({ type: [RiskFactorDto] }) riskFactors: RiskFactorDto[];
  @ApiProperty({ type: [InvestigationQuestionDto] }) questions: InvestigationQuestionDto[];
  @ApiProperty({ type: [IndicatorSummaryDto] }) indicators: IndicatorSummaryDto[];
}
