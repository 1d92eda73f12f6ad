import { ApiProperty } from '@nestjs/swagger';

import type { Connection } from '../matching/connection.js';
import { localDay } from '../matching/eligibility.js';
import type { Channel } from '../passes/participation.repository.js';
import type { OwnRoll, WhyNot } from '../turnout/turnout.queries.js';

export class MyClaimDto {
  @ApiProperty({ enum: ['waiting', 'accepted', 'refused'], enumName: 'ClaimStage' })
  stage: 'waiting' | 'accepted' | 'refused';

  @ApiProperty({ enum: ['live', 'work', 'study'], enumName: 'Connection' })
  connection: Connection;

  @ApiProperty({ type: String, nullable: true, description: 'Why it was accepted or refused.' })
  reason: string | null;

  @ApiProperty({ description: 'Whether a letter with a code is on its way.' })
  letterSent: boolean;

  @ApiProperty({ format: 'date-time' })
  askedAt: string;
}

export class MyRollDto {
  @ApiProperty()
  onRoll: boolean;

  @ApiProperty({ type: String, nullable: true, example: 'all' })
  style: string | null;

  @ApiProperty({
    enum: ['online', 'paper'],
    enumName: 'PassChannel',
    nullable: true,
    description: 'Issued in this name.',
  })
  pass: Channel | null;

  @ApiProperty({ type: MyClaimDto, nullable: true })
  claim: MyClaimDto | null;

  @ApiProperty({
    enum: ['not-asked', 'claim-waiting', 'claim-refused', 'too-late'],
    enumName: 'WhyNotOnRoll',
    nullable: true,
  })
  whyNot: WhyNot | null;

  @ApiProperty({ description: 'Whether voting has opened: nobody can join the roll any more.' })
  frozen: boolean;

  @ApiProperty({ type: 'integer' })
  minimumAge: number;

  @ApiProperty({ format: 'date', description: 'The day on which age is counted.' })
  ageOn: string;

  static of({ round, style, pass, claim, whyNot }: OwnRoll): MyRollDto {
    return {
      onRoll: style !== null,
      style,
      pass,
      claim: claim
        ? {
            stage: claim.stage,
            connection: claim.connection,
            reason: claim.reason,
            letterSent: claim.letterSent,
            askedAt: claim.askedAt.toISOString(),
          }
        : null,
      whyNot,
      frozen: round.frozen,
      minimumAge: round.eligibility.minimumAge,
      ageOn: localDay(round.votingOpensAt),
    };
  }
}
