import { ApiProperty } from '@nestjs/swagger';

import { AimDto } from '../../indicators/index.js';
import { PlaceRefDto } from '../../places/index.js';

export class PressItemDto {
  @ApiProperty({ type: 'integer' }) proposalNumber: number;
  @ApiProperty() title: string;
  @ApiProperty({ type: 'integer' }) costPence: number;
  @ApiProperty({ type: 'integer', nullable: true }) votes: number | null;
  @ApiProperty({ description: 'In one line; the whole reason stands in the decision.' }) why: string;
}

export class PressVotersDto {
  @ApiProperty({ type: 'integer', description: 'Ballots counted.' }) total: number;
  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'null for a vote held elsewhere, and where it is too small to publish.',
  })
  online: number | null;
  @ApiProperty({ type: 'integer', nullable: true }) paper: number | null;
  @ApiProperty({ type: 'integer', nullable: true, description: 'People on the list of voters.' })
  electors: number | null;
}

/** Whom to ask. */
export class ContactDto {
  @ApiProperty() name: string;
  @ApiProperty({ type: String, nullable: true }) email: string | null;
  @ApiProperty({ type: String, nullable: true }) phone: string | null;
}

/** A round’s outcome on one sheet. */
export class PressSheetDto {
  @ApiProperty() roundSlug: string;
  @ApiProperty() roundTitle: string;
  @ApiProperty({ type: PlaceRefDto }) place: PlaceRefDto;
  @ApiProperty() invented: boolean;
  @ApiProperty({ description: 'Only officers of the place see a draft.' }) draft: boolean;
  @ApiProperty({ example: 'D-1' }) decisionNumber: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) publishedAt: string | null;
  @ApiProperty() title: string;
  @ApiProperty() summary: string;
  @ApiProperty() currency: string;
  @ApiProperty({ type: 'integer' }) budgetPence: number;
  @ApiProperty({ type: 'integer' }) spendPence: number;
  @ApiProperty({ type: PressVotersDto }) voters: PressVotersDto;
  @ApiProperty({ type: [PressItemDto] }) chosen: PressItemDto[];
  @ApiProperty({ type: [PressItemDto] }) notChosen: PressItemDto[];
  @ApiProperty({ type: [AimDto] }) aims: AimDto[];
  @ApiProperty() ruleTitle: string;
  @ApiProperty({ format: 'uuid' }) countId: string;
  @ApiProperty({ type: ContactDto }) contact: ContactDto;
}
