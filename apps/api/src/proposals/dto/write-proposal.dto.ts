import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  IsInt,
  IsLatitude,
  IsLongitude,
  IsNumber,
  IsOptional,
  IsString,
  Length,
  Max,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';

import { OneLine } from '../../platform/http/index.js';

const MOST_PENCE = 1_000_000_000_000;

/** Left out is "as it was"; only what may be empty can also be `null`. */
const unlessLeftOut = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);

export class StartProposalDto {
  @ApiProperty()
  @IsString()
  @Length(1, 100)
  roundSlug: string;

  @ApiProperty({ minLength: 5, maxLength: 120 })
  @OneLine()
  @IsString()
  @Length(5, 120)
  title: string;
}

export class WriteProposalDto {
  @ApiProperty({ type: 'integer', description: 'The version the change was made on.' })
  @IsInt()
  @Min(1)
  version: number;

  @ApiPropertyOptional({ minLength: 1, maxLength: 120 })
  @unlessLeftOut()
  @OneLine()
  @IsString()
  @Length(1, 120)
  title?: string;

  @ApiPropertyOptional({ maxLength: 300 })
  @unlessLeftOut()
  @IsString()
  @MaxLength(300)
  summary?: string;

  @ApiPropertyOptional({ maxLength: 20_000 })
  @unlessLeftOut()
  @IsString()
  @MaxLength(20_000)
  body?: string;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 60 })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  category?: string | null;

  @ApiPropertyOptional({ type: 'integer', nullable: true, minimum: 0 })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MOST_PENCE)
  estimatePence?: number | null;

  @ApiPropertyOptional({ description: 'A place within the place of the round.' })
  @unlessLeftOut()
  @IsString()
  @Length(1, 100)
  placeSlug?: string;

  @ApiPropertyOptional({ type: Number, nullable: true, description: 'Degrees.' })
  @IsOptional()
  @IsNumber()
  @IsLatitude()
  latitude?: number | null;

  @ApiPropertyOptional({ type: Number, nullable: true, description: 'Degrees.' })
  @IsOptional()
  @IsNumber()
  @IsLongitude()
  longitude?: number | null;
}
