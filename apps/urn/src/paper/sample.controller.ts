import { Controller, Get, Param } from '@nestjs/common';

import { SampleSheets, type SampleView } from './sample-sheets.js';

@Controller('elections/:election/paper-sample')
export class SampleController {
  constructor(private readonly samples: SampleSheets) {}

  /** Which sheets were drawn by which seed, and how many differed; 404 before the draw. */
  @Get()
  sample(@Param('election') election: string): Promise<SampleView> {
    return this.samples.view(election);
  }
}
