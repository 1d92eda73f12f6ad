import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';

import { type Fate, FATES } from '../../contributions/index.js';
import { type Because, BECAUSE, type Notice } from '../notice.js';

const NUMBER = /^[1-9]\d{0,17}$/;

export class NoticeDto {
  @ApiProperty({ description: 'Rises with time.', example: '4711' }) id: string;
  @ApiProperty({ enum: FATES, enumName: 'Fate' }) fate: Fate;
  @ApiProperty({ enum: BECAUSE, enumName: 'NoticeBecause', description: 'How the reader took part.' })
  because: Because;
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty() read: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'In plain words.' }) reason: string | null;
  @ApiProperty({ type: 'integer', nullable: true }) proposalNumber: number | null;
  @ApiProperty({ type: String, nullable: true }) proposalTitle: string | null;
  @ApiProperty({ type: 'integer', nullable: true }) mergedInto: number | null;
  @ApiProperty() roundSlug: string;
  @ApiProperty() roundTitle: string;
  @ApiProperty({ type: String, nullable: true, example: 'D-1' }) decisionNumber: string | null;
  @ApiProperty({ description: 'Whether the reader, as an author, was written a letter about it.' })
  hasLetter: boolean;

  static of(notice: Notice): NoticeDto {
    const { id, fate, because, at, readAt, reason, proposalNumber, proposalTitle, mergedInto } = notice;
    const { roundSlug, roundTitle, decisionNumber, letter } = notice;
    return {
      id,
      fate,
      because,
      at: at.toISOString(),
      read: readAt !== null,
      reason,
      proposalNumber,
      proposalTitle,
      mergedInto,
      roundSlug,
      roundTitle,
      decisionNumber,
      hasLetter: letter !== null,
    };
  }
}

export class NoticesDto {
  @ApiProperty({ type: [NoticeDto], description: 'Newest first.' }) items: NoticeDto[];
  @ApiProperty({ type: 'integer' }) unread: number;
  @ApiProperty({ type: String, nullable: true, description: 'For `before`, when there are older ones.' })
  next: string | null;
}

export class UnreadDto {
  @ApiProperty({ type: 'integer' }) unread: number;
}

export class NoticesQueryDto {
  @ApiProperty({ required: false, description: 'Only notices older than this one.' })
  @IsOptional()
  @Matches(NUMBER)
  before?: string;
}

export class MarkReadDto {
  @ApiProperty({ example: '1', description: 'The newest notice that was seen.' })
  @ApiProperty({ description: 'The newest notice that was seen.', example: '4711' })
  @Matches(NUMBER)
  upTo: string;
}
