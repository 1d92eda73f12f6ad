import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, MaxLength } from 'class-validator';

import { type Pace, PACES } from '../pace.js';

export class NoticeSettingsDto {
  @ApiProperty({ enum: PACES, enumName: 'NoticePace', description: 'How often mail comes, at most.' })
  @IsIn(PACES)
  pace: Pace;
}

export class UnsubscribeQueryDto {
  @ApiProperty({ description: 'From the link in a mail.' })
  @IsString()
  @MaxLength(100)
  token: string;
}
