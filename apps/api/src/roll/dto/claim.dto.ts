import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
} from 'class-validator';

import { OneLine } from '../../platform/http/index.js';
import { type Whereabouts, WHEREABOUTS } from '../../places/index.js';
import type { ClaimToReview } from '../claims/claims.queries.js';
import { type Connection, CONNECTIONS } from '../matching/connection.js';
import type { Letter } from '../claims/send-letter.js';

const UPRN = /^\d{1,12}$/;

export class AskForRollDto {
  @ApiProperty({ enum: CONNECTIONS, enumName: 'Connection' })
  @IsIn(CONNECTIONS)
  connection: Connection;

  @ApiProperty({
    minLength: 2,
    maxLength: 200,
    description: 'As in official letters. The date of birth is the account’s.',
  })
  @OneLine()
  @IsString()
  @Length(2, 200)
  fullName: string;

  @ApiProperty({ minLength: 5, maxLength: 10, description: 'Of the home.' })
  @IsString()
  @Length(5, 10)
  postcode: string;

  @ApiProperty({ minLength: 1, maxLength: 200, description: 'Number or name of the house, with the flat.' })
  @OneLine()
  @IsString()
  @Length(1, 200)
  house: string;

  @ApiPropertyOptional({ description: 'Unique property reference number, when known.' })
  @IsOptional()
  @IsString()
  @Matches(UPRN)
  uprn?: string;

  @ApiPropertyOptional({ description: 'Of the workplace or school; needed for `work` and `study`.' })
  @IsOptional()
  @IsString()
  @Length(5, 10)
  connectionPostcode?: string;
}

export class LetterCodeDto {
  @ApiProperty({ example: '7K3MX-Q9D2A' })
  @IsString()
  @Length(4, 40)
  code: string;
}

export class DecideClaimDto {
  @ApiProperty()
  @IsBoolean()
  accept: boolean;

  @ApiProperty({ minLength: 5, maxLength: 1000, description: 'Its owner reads it.' })
  @IsString()
  @Length(5, 1000)
  reason: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'An entry from `alike` that is the same person.' })
  @IsOptional()
  @IsUUID()
  sameAs?: string;
}

export class ClaimsQueryDto {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, default: 1 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(10_000)
  page?: number;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 100, default: 20 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  pageSize?: number;
}

export class LikelyElectorDto {
  @ApiProperty({ format: 'uuid' })
  elector: string;

  @ApiProperty({ description: 'Whether an account is linked to this entry already.' })
  linked: boolean;

  @ApiProperty({ type: [String], description: 'In what they agree, in plain words.' })
  why: string[];
}

export class RollClaimDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({
    enum: ['account', 'file'],
    enumName: 'ClaimOrigin',
    description: 'A resident, or a line of a file.',
  })
  origin: 'account' | 'file';

  @ApiProperty({ enum: CONNECTIONS, enumName: 'Connection' })
  connection: Connection;

  @ApiProperty()
  fullName: string;

  @ApiProperty({ format: 'date' })
  dateOfBirth: string;

  @ApiProperty()
  postcode: string;

  @ApiProperty()
  house: string;

  @ApiProperty({ type: String, nullable: true })
  uprn: string | null;

  @ApiProperty({ type: String, nullable: true })
  connectionPostcode: string | null;

  @ApiProperty({
    enum: WHEREABOUTS,
    enumName: 'Whereabouts',
    description: 'Where the postcode lies that decides: of the home, or of work or school.',
  })
  decisivePostcode: Whereabouts;

  @ApiProperty({ description: 'Whether this person was taken off this list before.' })
  removedBefore: boolean;

  @ApiProperty({ description: 'Whether the code of a letter to the address came back.' })
  addressConfirmed: boolean;

  @ApiProperty()
  letterSent: boolean;

  @ApiProperty({ format: 'date-time' })
  askedAt: string;

  @ApiProperty({ type: [LikelyElectorDto], description: 'Entries of the roll that may be the same person.' })
  alike: LikelyElectorDto[];

  @ApiProperty({
    type: 'integer',
    description: 'Other waiting claims of the same name, date of birth and home.',
  })
  alsoWaiting: number;

  static of(claim: ClaimToReview): RollClaimDto {
    const { details } = claim;
    return {
      id: claim.claim,
      origin: claim.person === null ? 'file' : 'account',
      connection: claim.connection,
      fullName: details.fullName,
      dateOfBirth: details.dateOfBirth,
      postcode: details.home.postcode,
      house: details.home.house,
      uprn: details.home.uprn,
      connectionPostcode: details.connectionPostcode,
      decisivePostcode: claim.decisivePostcode,
      removedBefore: claim.removedBefore,
      addressConfirmed: claim.addressConfirmed,
      letterSent: claim.letterDigest !== null,
      askedAt: claim.askedAt.toISOString(),
      alike: claim.alike.map(({ elector, linked, why }) => ({ elector, linked, why: [...why] })),
      alsoWaiting: claim.alsoWaiting,
    };
  }
}

export class RollClaimPageDto {
  @ApiProperty({ type: [RollClaimDto], description: 'Oldest first.' })
  items: RollClaimDto[];

  @ApiProperty({ type: 'integer' })
  total: number;

  @ApiProperty({ type: 'integer' })
  page: number;

  @ApiProperty({ type: 'integer' })
  pageSize: number;
}

export class LetterDto {
  @ApiProperty({ example: '7K3MX-Q9D2A', description: 'Shown this once, to be printed.' })
  code: string;

  @ApiProperty()
  fullName: string;

  @ApiProperty()
  house: string;

  @ApiProperty()
  postcode: string;

  static of({ code, fullName, house, postcode }: Letter): LetterDto {
    return { code, fullName, house, postcode };
  }
}
