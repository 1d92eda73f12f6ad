import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length, Matches } from 'class-validator';

import { OneLine } from '../../platform/http/index.js';
import { type Attachment, type AttachmentKind, DOCUMENT, WIDTHS } from '../attachment.js';

export class DescribeAttachmentDto {
  @ApiProperty({ minLength: 5, maxLength: 300, description: 'What is to be seen, for who cannot see it.' })
  @OneLine()
  @IsString()
  @Length(5, 300)
  alt: string;
}

export class AttachmentOwnerDto {
  @ApiProperty({ example: 'proposal' })
  @Matches(/^[a-z][a-z-]{1,39}$/)
  ownerKind: string;

  @ApiProperty({ example: '12' })
  @Matches(/^[0-9a-f-]{1,36}$/)
  ownerId: string;
}

/** The fields that stand beside the file of an upload. */
export class AddAttachmentDto extends AttachmentOwnerDto {
  @ApiProperty({ minLength: 5, maxLength: 300, description: 'What is to be seen, for who cannot see it.' })
  @OneLine()
  @IsString()
  @Length(5, 300)
  alt: string;
}

export class AttachmentDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: ['image', 'pdf'], enumName: 'AttachmentKind' })
  kind: AttachmentKind;

  @ApiProperty({ description: 'What is to be seen; for a document, what it is.' })
  alt: string;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Of the largest picture, pixels.' })
  width: number | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Of the largest picture, pixels.' })
  height: number | null;

  @ApiProperty({ type: 'integer', description: 'Of the largest file.' })
  bytes: number;

  @ApiProperty({ description: 'Where to get it: a picture 800 wide, or the document.' })
  url: string;

  @ApiProperty({ type: String, nullable: true, description: 'For `srcset`: the widths it is kept in.' })
  srcset: string | null;

  @ApiProperty({ format: 'date-time' })
  addedAt: string;

  /** @param query a key for what is not public, with its question mark */
  static of(one: Attachment, query: string): AttachmentDto {
    const url = (name: string): string => `/api/attachments/${one.id}/${name}${query}`;
    const image = one.kind === 'image';
    return {
      id: one.id,
      kind: one.kind,
      alt: one.alt,
      width: one.width,
      height: one.height,
      bytes: one.bytes,
      url: image ? url('800.webp') : url(DOCUMENT),
      srcset: image ? WIDTHS.map((width) => `${url(`${width}.webp`)} ${width}w`).join(', ') : null,
      addedAt: one.addedAt.toISOString(),
    };
  }
}
