import { Controller, Get, Param, StreamableFile, UseGuards } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiForbiddenResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiProduces,
  ApiProperty,
  ApiTags,
} from '@nestjs/swagger';

import { type CurrentUser, MaybeSignedIn, User } from '../../identity/index.js';
import { ExportFiles } from './export-files.js';

export class ExportFileDto {
  @ApiProperty({ example: 'ballots.ndjson' })
  file: string;

  @ApiProperty({ example: '/api/rounds/spring/export/ballots.ndjson' })
  address: string;

  @ApiProperty({ description: 'SHA-256 of its bytes, in hexadecimal.' })
  sha256: string;

  @ApiProperty({ type: 'integer' })
  bytes: number;
}

/** Everything needed to check a vote on one's own machine, file by file. */
@ApiTags('voting')
@ApiBearerAuth()
@ApiNotFoundResponse({ description: 'round.unknown | export.not-published' })
@Controller('rounds/:slug/export')
@UseGuards(MaybeSignedIn)
export class ExportController {
  constructor(private readonly files: ExportFiles) {}

  @Get()
  @ApiOkResponse({ type: [ExportFileDto] })
  async list(@Param('slug') slug: string, @User() user: CurrentUser | undefined): Promise<ExportFileDto[]> {
    return (await this.files.list(user, slug)).map(({ file, sha256, bytes }) => ({
      file,
      address: `/api/rounds/${slug}/export/${file}`,
      sha256,
      bytes,
    }));
  }

  @Get(':file')
  @ApiProduces('application/json', 'application/x-ndjson')
  @ApiOkResponse({ description: 'The file as the ballot box keeps it, streamed.' })
  @ApiForbiddenResponse({ description: 'export.too-few-ballots' })
  async file(
    @Param('slug') slug: string,
    @Param('file') file: string,
    @User() user: CurrentUser | undefined,
  ): Promise<StreamableFile> {
    const type = file.endsWith('.ndjson') ? 'application/x-ndjson' : 'application/json';
    return new StreamableFile(await this.files.open(user, slug, file), {
      type: `${type}; charset=utf-8`,
      disposition: `attachment; filename="${file}"`,
    });
  }
}
