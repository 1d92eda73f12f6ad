import { Readable } from 'node:stream';

import { Controller, Get, Param, StreamableFile } from '@nestjs/common';

import { type ElectionView, ElectionsQueries } from './elections.queries.js';
import { ExportQueries } from './export.queries.js';

@Controller('elections/:election')
export class ElectionsController {
  constructor(
    private readonly elections: ElectionsQueries,
    private readonly exports: ExportQueries,
  ) {}

  @Get()
  election(@Param('election') election: string): Promise<ElectionView> {
    return this.elections.view(election);
  }

  /** One file of the export; 404 before the election is finished. */
  @Get('export/:file')
  async file(@Param('election') election: string, @Param('file') file: string): Promise<StreamableFile> {
    return stream(await this.exports.file(election, file), file);
  }
}

export function stream(pieces: AsyncIterable<string>, file: string): StreamableFile {
  const type = file.endsWith('.ndjson') ? 'application/x-ndjson' : 'application/json';
  return new StreamableFile(Readable.from(pieces, { objectMode: false }), {
    type: `${type}; charset=utf-8`,
    disposition: `attachment; filename="${file}"`,
  });
}
