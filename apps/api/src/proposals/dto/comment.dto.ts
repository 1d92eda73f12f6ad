import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';

import { ModerationMarkDto } from './moderation.dto.js';
import type { LabelledComment } from '../proposal-names.js';

export class WriteCommentDto {
  @ApiProperty({ minLength: 1, maxLength: 2000, description: 'Plain text.' })
  @IsString()
  @Length(1, 2000)
  text: string;
}

export class CommentDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ description: 'Plain text; empty once withdrawn.' })
  text: string;

  @ApiProperty()
  authorLabel: string;

  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty()
  withdrawn: boolean;

  @ApiProperty({ description: 'Whether the reader wrote it.' })
  mine: boolean;

  @ApiProperty({ type: ModerationMarkDto, nullable: true })
  moderation: ModerationMarkDto | null;

  static of({ comment, authorLabel }: LabelledComment, readerId: string | undefined): CommentDto {
    return {
      id: comment.id,
      text: comment.text ?? '',
      authorLabel,
      at: comment.at.toISOString(),
      withdrawn: comment.text === null,
      mine: readerId !== undefined && comment.authorId === readerId,
      moderation: ModerationMarkDto.of(comment),
    };
  }
}
