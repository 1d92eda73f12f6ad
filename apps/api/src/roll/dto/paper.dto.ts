import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsISO8601, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';

import { OneLine } from '../../platform/http/index.js';
import type { FoundElector } from '../paper/find-elector.js';
import type { Channel } from '../passes/participation.repository.js';

export class FindElectorDto {
  @ApiProperty({ minLength: 2, maxLength: 200 })
  @OneLine()
  @IsString()
  @Length(2, 200)
  fullName: string;

  @ApiProperty({ format: 'date' })
  @IsISO8601({ strict: true })
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'dateOfBirth must be a day like 1980-02-29' })
  dateOfBirth: string;

  @ApiProperty()
  @IsString()
  @Length(5, 10)
  postcode: string;

  @ApiProperty({ minLength: 1, maxLength: 200 })
  @OneLine()
  @IsString()
  @Length(1, 200)
  house: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @Matches(/^\d{1,12}$/)
  uprn?: string;
}

export class FoundElectorDto {
  @ApiProperty({ format: 'uuid' })
  elector: string;

  @ApiProperty({ description: 'Whether name, date of birth and home all agree.' })
  certain: boolean;

  @ApiProperty({ type: [String] })
  why: string[];

  @ApiProperty({ enum: ['online', 'paper'], enumName: 'PassChannel', nullable: true })
  issued: Channel | null;

  static of({ elector, certain, why, issued }: FoundElector): FoundElectorDto {
    return { elector, certain, why: [...why], issued };
  }
}

export class IssuePaperDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  elector: string;
}
