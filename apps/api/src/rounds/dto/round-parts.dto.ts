import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsString,
  Length,
  Matches,
  Max,
  Min,
} from 'class-validator';

import { OneLine } from '../../platform/http/index.js';
import { PHASE_KINDS, type Phase, type PhaseKind } from '../phases.js';
import { type Connection, CONNECTIONS } from '../round.js';

/** Ten thousand million pounds: beyond it somebody mistyped. */
const MOST_PENCE = 1_000_000_000_000;

/** A day and a time with its offset, so that nobody has to guess the zone. */
const WITH_ZONE = /T.*(Z|[+-]\d{2}:?\d{2})$/;

export class PotDto {
  @ApiProperty({ minLength: 1, maxLength: 120 })
  @OneLine()
  @IsString()
  @Length(1, 120)
  name: string;

  @ApiProperty({ type: 'integer', minimum: 1, maximum: MOST_PENCE })
  @IsInt()
  @Min(1)
  @Max(MOST_PENCE)
  amountPence: number;
}

export class PhaseDto {
  @ApiProperty({ enum: PHASE_KINDS, enumName: 'PhaseKind' })
  @IsIn(PHASE_KINDS)
  kind: PhaseKind;

  @ApiProperty({ format: 'date-time' })
  @IsISO8601({ strict: true })
  @Matches(WITH_ZONE, { message: 'opensAt must say its time zone' })
  opensAt: string;

  @ApiProperty({ format: 'date-time', description: 'The first moment at which it is over.' })
  @IsISO8601({ strict: true })
  @Matches(WITH_ZONE, { message: 'closesAt must say its time zone' })
  closesAt: string;

  static of({ kind, opensAt, closesAt }: Phase): PhaseDto {
    return { kind, opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString() };
  }
}

export class EligibilityDto {
  @ApiProperty({ type: 'integer', minimum: 0, maximum: 99, description: 'On the day voting opens.' })
  @IsInt()
  @Min(0)
  @Max(99)
  minimumAge: number;

  @ApiProperty({
    enum: CONNECTIONS,
    enumName: 'Connection',
    isArray: true,
    description: 'To the place; one is enough.',
  })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(CONNECTIONS, { each: true })
  connections: Connection[];
}
