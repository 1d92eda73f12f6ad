import { ApiProperty } from '@nestjs/swagger';
import { IsString, IsUUID, Length } from 'class-validator';

import type { KeptUpload } from '../uploads/uploads.repository.js';
import type { WithdrawalToCheck } from '../withdrawals/withdrawals.queries.js';
import { FindElectorDto } from './paper.dto.js';

export class UndoUploadDto {
  @ApiProperty({ minLength: 5, maxLength: 1000, description: 'No names: it is kept.' })
  @IsString()
  @Length(5, 1000)
  reason: string;
}

export class RemoveElectorDto extends FindElectorDto {
  @ApiProperty({ format: 'uuid', description: 'From `POST roll/search`.' })
  @IsUUID()
  elector: string;

  @ApiProperty({
    minLength: 5,
    maxLength: 1000,
    description: 'The person reads it, if they have an account.',
  })
  @IsString()
  @Length(5, 1000)
  reason: string;
}

export class KeptUploadDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'date-time' })
  uploadedAt: string;

  @ApiProperty({ description: 'Whether the reader sent it.' })
  mine: boolean;

  @ApiProperty({ type: 'integer' })
  added: number;

  @ApiProperty({ type: 'integer', description: 'That waited for an officer.' })
  toReview: number;

  @ApiProperty({ type: 'integer' })
  leftOut: number;

  @ApiProperty({
    enum: ['standing', 'undoing', 'undone'],
    enumName: 'UploadState',
    description: '`undoing`: one officer asked to take it back, another has still to confirm.',
  })
  state: 'standing' | 'undoing' | 'undone';

  static of(kept: KeptUpload, readerId: string): KeptUploadDto {
    const { upload, uploadedAt, added, toReview, leftOut, undone, undoing } = kept;
    return {
      ...{ id: upload, uploadedAt: uploadedAt.toISOString(), mine: kept.uploadedBy === readerId },
      ...{ added, toReview, leftOut },
      state: undone ? 'undone' : undoing ? 'undoing' : 'standing',
    };
  }
}

export class WithdrawnPersonDto {
  @ApiProperty()
  fullName: string;

  @ApiProperty({ format: 'date' })
  dateOfBirth: string;

  @ApiProperty()
  house: string;

  @ApiProperty()
  postcode: string;

  @ApiProperty({ type: [String], description: 'In what the entry agrees with this, in plain words.' })
  why: string[];
}

export class WithdrawalDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'The file; null for one person.',
  })
  upload: string | null;

  @ApiProperty({
    type: WithdrawnPersonDto,
    nullable: true,
    description: 'Who is to be taken off, until it is decided; then it is erased.',
  })
  person: WithdrawnPersonDto | null;

  @ApiProperty()
  reason: string;

  @ApiProperty({ format: 'date-time' })
  askedAt: string;

  @ApiProperty({ enum: ['waiting', 'confirmed', 'dropped'], enumName: 'WithdrawalState' })
  state: 'waiting' | 'confirmed' | 'dropped';

  @ApiProperty({ type: 'integer', nullable: true, description: 'How many people were taken off.' })
  removed: number | null;

  @ApiProperty({ description: 'Whether the reader asked for it, and so cannot confirm it.' })
  mine: boolean;

  static of(one: WithdrawalToCheck, readerId: string): WithdrawalDto {
    const { details } = one.person ?? {};
    return {
      id: one.withdrawal,
      upload: one.upload,
      person: details
        ? {
            ...{ fullName: details.fullName, dateOfBirth: details.dateOfBirth },
            ...{ house: details.home.house, postcode: details.home.postcode, why: [...one.why] },
          }
        : null,
      reason: one.reason,
      askedAt: one.askedAt.toISOString(),
      state: one.confirmedAt ? 'confirmed' : one.droppedAt ? 'dropped' : 'waiting',
      removed: one.removed,
      mine: one.askedBy === readerId,
    };
  }
}
