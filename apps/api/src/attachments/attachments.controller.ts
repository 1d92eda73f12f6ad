import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Query,
  Req,
  UseGuards,
} from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiBody,
  ApiConflictResponse,
  ApiConsumes,
  ApiCreatedResponse,
  ApiForbiddenResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

import { type CurrentUser, MaybeSignedIn, SignedIn, User } from '../identity/index.js';
import { Once } from '../platform/once/index.js';
import { AddAttachment } from './add-attachment.js';
import { AttachmentsQueries } from './attachments.queries.js';
import { ChangeAttachment } from './change-attachment.js';
import { AttachmentDto, AttachmentOwnerDto, DescribeAttachmentDto } from './dto/attachment.dto.js';
import { readUpload } from './read-upload.js';

/** Pictures and documents that belong to something. */
@ApiTags('attachments')
@ApiBearerAuth()
@Controller('attachments')
export class AttachmentsController {
  constructor(
    private readonly attachments: AttachmentsQueries,
    private readonly addAttachment: AddAttachment,
    private readonly changeAttachment: ChangeAttachment,
  ) {}

  @Get()
  @UseGuards(MaybeSignedIn)
  @ApiOkResponse({ type: [AttachmentDto], description: 'None for who may not see what they belong to.' })
  @ApiNotFoundResponse({ description: 'attachment.owner-unknown' })
  ofOwner(
    @User() user: CurrentUser | undefined,
    @Query() { ownerKind, ownerId }: AttachmentOwnerDto,
  ): Promise<AttachmentDto[]> {
    return this.attachments.ofOwner(user, { kind: ownerKind, id: ownerId });
  }

  @Post()
  @Once()
  @UseGuards(SignedIn)
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['ownerKind', 'ownerId', 'alt', 'file'],
      properties: {
        ownerKind: { type: 'string', example: 'proposal' },
        ownerId: { type: 'string', example: '12' },
        alt: { type: 'string', minLength: 5, maxLength: 300 },
        file: {
          type: 'string',
          format: 'binary',
          description: 'JPEG, PNG, WebP to 15 MB and 50 megapixels; PDF to 10 MB.',
        },
      },
    },
  })
  @ApiCreatedResponse({ type: AttachmentDto })
  @ApiForbiddenResponse({ description: 'attachment.under-18 and what the owner refuses' })
  @ApiNotFoundResponse({ description: 'attachment.owner-unknown' })
  @ApiConflictResponse({ description: 'attachment.too-many' })
  @ApiUnprocessableEntityResponse({
    description:
      'attachment.no-file | empty | type-refused | too-large | too-many-pixels | unreadable | active-content',
  })
  async add(@User() user: CurrentUser, @Req() request: FastifyRequest): Promise<AttachmentDto> {
    const { fields, bytes } = await readUpload(request);
    const owner = { kind: fields.ownerKind, id: fields.ownerId };
    return this.attachments.byId(await this.addAttachment.execute(user, owner, fields.alt, bytes));
  }

  @Patch(':id')
  @UseGuards(SignedIn)
  @ApiOkResponse({ type: AttachmentDto })
  @ApiNotFoundResponse({ description: 'attachment.unknown' })
  async describe(
    @User() user: CurrentUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { alt }: DescribeAttachmentDto,
  ): Promise<AttachmentDto> {
    await this.changeAttachment.describe(user, id, alt);
    return this.attachments.byId(id);
  }

  @Delete(':id')
  @HttpCode(204)
  @UseGuards(SignedIn)
  @ApiNoContentResponse({ description: 'Gone, with its files.' })
  @ApiNotFoundResponse({ description: 'attachment.unknown' })
  async remove(@User() user: CurrentUser, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.changeAttachment.remove(user, id);
  }
}
