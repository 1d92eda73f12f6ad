import { ApiProperty } from '@nestjs/swagger';

import { AimDto } from '../../indicators/index.js';
import { PlaceRefDto } from '../../places/index.js';
import { type Standing, STANDINGS } from '../fate.js';

export class SaidProjectDto {
  @ApiProperty({ type: 'integer' }) number: number;
  @ApiProperty() title: string;
  @ApiProperty({ enum: STANDINGS, enumName: 'Standing' }) standing: Standing;
  @ApiProperty({ type: 'integer', nullable: true }) costPence: number | null;
  @ApiProperty({ type: String, nullable: true, description: 'In plain words.' }) reason: string | null;
}

export class StandingCountDto {
  @ApiProperty({ enum: STANDINGS, enumName: 'Standing' }) standing: Standing;
  @ApiProperty({ type: 'integer' }) proposals: number;
  @ApiProperty({ type: 'integer', description: 'What they cost together, minor units.' }) costPence: number;
}

/** What people said, counted. */
export class SaidDto {
  @ApiProperty({ type: 'integer' }) proposals: number;
  @ApiProperty({ type: 'integer' }) supports: number;
  @ApiProperty({ type: 'integer' }) comments: number;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Of the whole round, once counted.' })
  ballots: number | null;
}

export class DidDto {
  @ApiProperty({ example: 'D-1' }) decisionNumber: string;
  @ApiProperty() title: string;
  @ApiProperty() summary: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) publishedAt: string | null;
}

/** We asked, you said, we did, did it work: one round, from the records alone. */
export class YouSaidDto {
  @ApiProperty() roundSlug: string;
  @ApiProperty() roundTitle: string;
  @ApiProperty({ description: 'What was asked.' }) asked: string;
  @ApiProperty({ type: PlaceRefDto }) place: PlaceRefDto;
  @ApiProperty({ example: 'decided' }) state: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) askedFrom: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) votingClosesAt: string | null;
  @ApiProperty({ type: 'integer' }) budgetPence: number;
  @ApiProperty() currency: string;
  @ApiProperty() invented: boolean;
  @ApiProperty({ type: String, nullable: true }) cancelledReason: string | null;
  @ApiProperty({ type: SaidDto }) said: SaidDto;
  @ApiProperty({ type: DidDto, nullable: true }) did: DidDto | null;
  @ApiProperty({ type: [StandingCountDto] }) standings: StandingCountDto[];
  @ApiProperty({ type: [SaidProjectDto], description: 'Some: what was done first, then what was not.' })
  projects: SaidProjectDto[];
  @ApiProperty({ type: [AimDto], description: 'Did it work: each aim with its verdict.' }) aims: AimDto[];
  @ApiProperty({ type: 'integer', description: 'Contributions nothing has become of yet.' })
  unanswered: number;
}

export class PlaceYouSaidDto {
  @ApiProperty({ type: PlaceRefDto }) place: PlaceRefDto;
  @ApiProperty({ type: [YouSaidDto], description: 'Newest first.' }) rounds: YouSaidDto[];
}
