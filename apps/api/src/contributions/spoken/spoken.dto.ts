import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Equals, IsIn, IsInt, IsOptional, IsString, Length, Max, MaxLength, Min } from 'class-validator';

import { OneLine } from '../../platform/http/index.js';
import { type Standing, STANDINGS, standpointOf } from '../fate.js';
import { PEOPLE_BANDS, type PeopleBand, type Spoken } from './spoken.js';

export class RecordSpokenDto {
  @ApiProperty() @IsString() @MaxLength(100) placeSlug: string;
  @ApiProperty({
    description: 'Where it was said: the house the answer goes back to.',
    minLength: 3,
    maxLength: 120,
  })
  @OneLine()
  @IsString()
  @Length(3, 120)
  host: string;
  @ApiProperty() @IsString() @MaxLength(200) roundSlug: string;
  @ApiPropertyOptional({ type: 'integer', minimum: 1, description: 'When it is about one proposal.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  proposalNumber?: number;
  @ApiProperty({ description: 'In one sentence, without names.', minLength: 10, maxLength: 300 })
  @IsString()
  @Length(10, 300)
  said: string;
  @ApiProperty({ enum: PEOPLE_BANDS, enumName: 'PeopleBand', description: 'How many said it, about.' })
  @IsIn(PEOPLE_BANDS)
  people: PeopleBand;
  @ApiProperty({
    description: 'They agreed, aloud, that it is written down: only `true` is taken.',
    example: true,
  })
  @Equals(true)
  consent: boolean;
}

export class SpokenIdDto {
  @ApiProperty({ format: 'uuid' }) id: string;
}

export class SpokenDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() host: string;
  @ApiProperty() said: string;
  @ApiProperty({ enum: PEOPLE_BANDS, enumName: 'PeopleBand' }) people: PeopleBand;
  @ApiProperty({ format: 'date-time' }) recordedAt: string;
  @ApiProperty() roundSlug: string;
  @ApiProperty() roundTitle: string;
  @ApiProperty({ type: 'integer', nullable: true }) proposalNumber: number | null;
  @ApiProperty({ type: String, nullable: true }) proposalTitle: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'D-1' }) decisionNumber: string | null;
  @ApiProperty({ enum: STANDINGS, enumName: 'Standing' }) standing: Standing;
  @ApiProperty() answered: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'In plain words.' }) reason: string | null;

  static of(spoken: Spoken): SpokenDto {
    const { id, host, said, people, recordedAt, roundSlug, roundTitle, proposalNumber, proposalTitle } =
      spoken;
    return {
      id,
      host,
      said,
      people,
      recordedAt: recordedAt.toISOString(),
      roundSlug,
      roundTitle,
      proposalNumber,
      proposalTitle,
      decisionNumber: spoken.decisionNumber,
      ...standpointOf('spoken', spoken),
    };
  }
}
