import { ApiProperty } from '@nestjs/swagger';

import { SMALLEST_CELL } from '../turnout/small-cells.js';
import type { RollNow, Turnout } from '../turnout/turnout.queries.js';

export class TurnoutDayDto {
  @ApiProperty({ format: 'date', description: 'Local day.' })
  day: string;

  @ApiProperty({ type: 'integer', nullable: true, description: '`null` where it is too small to publish.' })
  online: number | null;

  @ApiProperty({ type: 'integer', nullable: true, description: '`null` where it is too small to publish.' })
  paper: number | null;
}

export class TurnoutDto {
  @ApiProperty({ type: 'integer', description: 'People on the list of voters.' })
  electors: number;

  @ApiProperty({ type: 'integer', nullable: true, description: '`null` where it is too small to publish.' })
  passesOnline: number | null;

  @ApiProperty({ type: 'integer', nullable: true, description: '`null` where it is too small to publish.' })
  paperIssued: number | null;

  @ApiProperty({ type: 'integer', description: 'Lost passes that were issued again.' })
  reissues: number;

  @ApiProperty({ type: [TurnoutDayDto], description: 'Days on which passes were issued, oldest first.' })
  days: TurnoutDayDto[];

  @ApiProperty({ type: 'integer', description: 'Smaller counts are not published.' })
  smallestCount: number;

  static of({ electors, passesOnline, paperIssued, reissues, days }: Turnout): TurnoutDto {
    return {
      electors,
      passesOnline,
      paperIssued,
      reissues,
      days: days.map(({ day, online, paper }) => ({ day, online, paper })),
      smallestCount: SMALLEST_CELL,
    };
  }
}

export class RollStyleDto {
  @ApiProperty({ example: 'all', description: 'Ballot paper that these people get.' })
  style: string;

  @ApiProperty({ type: 'integer' })
  electors: number;
}

export class RollDto {
  @ApiProperty({ description: 'Whether voting has opened: nothing changes any more.' })
  frozen: boolean;

  @ApiProperty({ type: 'integer' })
  electors: number;

  @ApiProperty({ type: [RollStyleDto] })
  styles: RollStyleDto[];

  @ApiProperty({ type: 'integer', description: 'Claims and doubtful lines that wait for an officer.' })
  waiting: number;

  @ApiProperty({ type: 'integer', description: 'Over all channels.' })
  passes: number;

  @ApiProperty({ type: 'integer' })
  reissues: number;

  @ApiProperty({ description: 'Whether more than 0.5 % of passes were issued again.' })
  reissueAlarm: boolean;

  @ApiProperty({
    type: 'integer',
    description: 'Requests to take voters back that another officer made and the reader may confirm.',
  })
  toConfirm: number;

  static of({
    frozen,
    electors,
    styles,
    waiting,
    toConfirm,
    passes,
    reissues,
    reissueAlarm,
  }: RollNow): RollDto {
    return {
      frozen,
      electors,
      styles: styles.map((style) => ({ style: style.style, electors: style.electors })),
      waiting,
      toConfirm,
      passes,
      reissues,
      reissueAlarm,
    };
  }
}
