import { Controller, Get, Header, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiProduces, ApiQuery, ApiTags } from '@nestjs/swagger';

import { BOM_QUERY, csvOptions } from '../platform/tables/index.js';
import { DatasetRows } from './dataset-rows.js';
import { DATASETS } from './datasets/index.js';
import { DatasetDto } from './dto/open-data.dto.js';
import { NewsFeed } from './feeds/news-feed.js';
import { RoundCalendar } from './feeds/round-calendar.js';
import { FundedProjects } from './funded-projects.js';
import { DatasetUnknown } from './open-data.errors.js';
import { asCsv, asJson } from './written.js';

/** What anybody may take away and use again, under the Open Government Licence. Whole at any time, nothing personal. */
@ApiTags('open-data')
@Controller('open-data')
export class OpenDataController {
  constructor(
    private readonly rows: DatasetRows,
    private readonly funded: FundedProjects,
    private readonly news: NewsFeed,
    private readonly calendar: RoundCalendar,
  ) {}

  @Get()
  @ApiOkResponse({ type: [DatasetDto] })
  list(): DatasetDto[] {
    return DATASETS.map(DatasetDto.of);
  }

  @Get('360giving.json')
  @ApiOkResponse({ description: 'Funded projects by the 360Giving Data Standard 1.4.' })
  funding(): Promise<object> {
    return this.funded.asGrants();
  }

  @Get('news.rss')
  @Header('content-type', 'application/rss+xml; charset=utf-8')
  @ApiProduces('application/rss+xml')
  @ApiOkResponse({ type: String, description: 'The newest decisions, and what became of funded projects.' })
  rss(): Promise<string> {
    return this.news.rss();
  }

  @Get('rounds.ics')
  @Header('content-type', 'text/calendar; charset=utf-8')
  @ApiProduces('text/calendar')
  @ApiOkResponse({ type: String, description: 'When each round takes ideas, votes, and ends.' })
  ics(): Promise<string> {
    return this.calendar.ics();
  }

  @Get(':file')
  @ApiProduces('text/csv', 'application/json')
  @ApiOkResponse({
    type: String,
    description: 'A dataset, by the name that the list gives it, as .csv or .json.',
  })
  @ApiQuery(BOM_QUERY)
  @ApiNotFoundResponse({ description: 'open-data.unknown' })
  file(@Param('file') file: string, @Query('bom') bom?: string): StreamableFile {
    const [name, form, ...more] = file.split('.');
    const dataset = DATASETS.find((one) => one.name === name);
    if (!dataset || more.length > 0) throw new DatasetUnknown();
    const rows = this.rows.of(dataset);
    const disposition = `attachment; filename="${dataset.name}.${form}"`;
    if (form === 'csv')
      return new StreamableFile(asCsv(dataset, rows, csvOptions(bom)), {
        type: 'text/csv; charset=utf-8',
        disposition,
      });
    if (form === 'json')
      return new StreamableFile(asJson(dataset, rows), { type: 'application/json', disposition });
    throw new DatasetUnknown();
  }
}
