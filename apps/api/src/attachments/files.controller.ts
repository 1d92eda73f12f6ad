import { Controller, Get, Param, ParseUUIDPipe, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import { AttachmentsQueries } from './attachments.queries.js';

/** Hands out the bytes of attachments, so that nothing in them can run or be read as a page of this site. */
@ApiTags('attachments')
@Controller('attachments')
export class FilesController {
  constructor(private readonly attachments: AttachmentsQueries) {}

  @Get(':id/:file')
  @ApiQuery({ name: 'until', required: false })
  @ApiQuery({ name: 'key', required: false, description: 'Opens what is not public for ten minutes.' })
  @ApiOkResponse({
    content: { 'image/webp': {}, 'image/jpeg': {}, 'application/pdf': {} },
    description: '320.webp, 800.webp, 1600.webp, 1600.jpg or document.pdf',
  })
  @ApiNotFoundResponse({ description: 'attachment.unknown, also for what is private' })
  async file(
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('file') name: string,
    @Query('until') until?: string,
    @Query('key') key?: string,
  ): Promise<StreamableFile> {
    const { content, bytes, type, isPublic } = await this.attachments.open(id, name, until, key);
    reply.headers({
      'cache-control': isPublic ? 'public, max-age=3600' : 'private, no-store',
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    });
    const disposition =
      type === 'application/pdf' ? `attachment; filename="document-${id.slice(0, 8)}.pdf"` : 'inline';
    return new StreamableFile(content, { type, disposition, length: bytes });
  }
}
