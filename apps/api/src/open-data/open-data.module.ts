import { Module } from '@nestjs/common';

import { DatasetRows } from './dataset-rows.js';
import { NewsFeed } from './feeds/news-feed.js';
import { RoundCalendar } from './feeds/round-calendar.js';
import { FundedProjects } from './funded-projects.js';
import { OpenDataController } from './open-data.controller.js';

@Module({
  controllers: [OpenDataController],
  providers: [DatasetRows, FundedProjects, NewsFeed, RoundCalendar],
})
export class OpenDataModule {}
