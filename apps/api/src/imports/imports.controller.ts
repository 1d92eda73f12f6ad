import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Req, UseGuards } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBearerAuth,
  ApiBody,
  ApiConsumes,
  ApiForbiddenResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

import { type CurrentUser, SignedIn, User } from '../identity/index.js';
import { Once } from '../platform/once/index.js';
import { ImportDto, ImportQueryDto } from './dto/import.dto.js';
import { ImportsQueries } from './imports.queries.js';
import { StartImport } from './start-import.js';
import { uploadOf } from './upload.js';

@ApiTags('imports')
@ApiBearerAuth()
@UseGuards(SignedIn)
@Controller('imports')
export class ImportsController {
  constructor(
    private readonly startImport: StartImport,
    private readonly imports: ImportsQueries,
  ) {}

  @Post()
  @Once()
  @HttpCode(202)
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file', 'placeSlug'],
      properties: {
        file: { type: 'string', format: 'binary', description: 'A .pb file of pabulib.org.' },
        placeSlug: { type: 'string' },
        title: { type: 'string' },
      },
    },
  })
  @ApiAcceptedResponse({ type: ImportDto, description: 'Queued; it runs by itself.' })
  @ApiForbiddenResponse({ description: 'identity.role-missing | identity.second-factor-needed' })
  @ApiNotFoundResponse({ description: 'place.unknown' })
  @ApiUnprocessableEntityResponse({
    description: 'import.no-file | import.too-large | import.unreadable | file.encoding-unsure',
  })
  async start(
    @User() user: CurrentUser,
    @Query() { encoding }: ImportQueryDto,
    @Req() request: FastifyRequest,
  ): Promise<ImportDto> {
    const upload = await uploadOf(request, encoding);
    return this.imports.byId(await this.startImport.execute(user, upload), user);
  }

  @Get()
  @ApiOkResponse({ type: [ImportDto], description: 'Mine, newest first.' })
  mine(@User() user: CurrentUser): Promise<ImportDto[]> {
    return this.imports.mine(user);
  }

  @Get(':id')
  @ApiOkResponse({ type: ImportDto })
  @ApiNotFoundResponse({ description: 'import.not-found' })
  one(@Param('id', ParseUUIDPipe) id: string, @User() user: CurrentUser): Promise<ImportDto> {
    return this.imports.byId(id, user);
  }
}
