import { Controller, Get, Param } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { IndicatorDto } from './dto/indicator.dto.js';
import { ThemeDto } from './dto/theme.dto.js';
import { IndicatorsQueries } from './indicators.queries.js';

@ApiTags('indicators')
@Controller('indicators')
export class IndicatorsController {
  constructor(private readonly indicators: IndicatorsQueries) {}

  @Get()
  @ApiOkResponse({ type: [ThemeDto] })
  themes(): Promise<ThemeDto[]> {
    return this.indicators.themes();
  }

  @Get(':code')
  @ApiOkResponse({ type: IndicatorDto })
  @ApiNotFoundResponse({ description: 'indicator.not-found' })
  indicator(@Param('code') code: string): Promise<IndicatorDto> {
    return this.indicators.indicator(code);
  }
}
