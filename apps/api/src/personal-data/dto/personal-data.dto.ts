import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsOptional, IsString, Length, MaxLength } from 'class-validator';

import type { PersonalRecord } from '../../platform/personal-records/index.js';
import type { HeldRecord } from '../personal-data.queries.js';

export class PersonalRecordDto {
  @ApiProperty({ example: 'proposals' })
  name: string;

  @ApiProperty()
  title: string;

  @ApiProperty({ description: 'What is held, in plain words.' })
  holds: string;

  @ApiProperty()
  keptFor: string;

  @ApiProperty({ type: String, nullable: true, description: 'What is erased when the person leaves.' })
  goes: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'What stays, and why.' })
  stays: string | null;

  static of({ name, title, holds, keptFor, goes, stays }: PersonalRecord): PersonalRecordDto {
    return { name, title, holds, keptFor, goes, stays };
  }
}

export class HeldRecordDto extends PersonalRecordDto {
  @ApiProperty({ type: 'integer', description: 'How many are held of you.' })
  rows: number;

  static ofHeld({ record, rows }: HeldRecord): HeldRecordDto {
    return { ...PersonalRecordDto.of(record), rows };
  }
}

export class ProveItIsYouDto {
  @ApiProperty()
  @IsString()
  @Length(1, 512)
  password: string;

  @ApiProperty({ required: false, description: 'Six digits, or a recovery code; when asked for.' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  code?: string;
}

export class LeaveDto extends ProveItIsYouDto {
  @ApiProperty({ description: 'Whether the words of your comments stay, by "Former member".' })
  @IsBoolean()
  keepComments: boolean;
}
