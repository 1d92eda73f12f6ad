import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';

import { DecisionLetterDto } from '../../decisions/index.js';
import { ContactDto, PressSheetDto } from '../press/press.dto.js';
import { DATA_KINDS, type DataKind } from '../preview/data-files.js';
import { NEED_CODES, type NeedCode } from '../preview/readiness.js';

export class PreviewDigestDto {
  @ApiProperty({ example: 'a'.repeat(64), description: 'Of what the officer was shown.' })
  @Matches(/^[0-9a-f]{64}$/)
  digest: string;
}

export class NeedDto {
  @ApiProperty({ enum: NEED_CODES, enumName: 'OutcomeNeed' }) code: NeedCode;
  @ApiProperty() met: boolean;
  @ApiProperty({ type: 'integer', description: 'How many of its parts are missing.' }) missing: number;
}

/** How many notices of each kind, never to whom. */
export class ToldDto {
  @ApiProperty({ type: 'integer' }) authors: number;
  @ApiProperty({ type: 'integer' }) coAuthors: number;
  @ApiProperty({ type: 'integer' }) supporters: number;
  @ApiProperty({ type: 'integer' }) commenters: number;
  @ApiProperty({ type: 'integer' }) followers: number;
  @ApiProperty({ type: 'integer', description: 'Who took part in the vote.' }) voters: number;
  @ApiProperty({ type: 'integer', description: 'People who get one or more of these.' }) people: number;
}

export class DataFileDto {
  @ApiProperty({ enum: DATA_KINDS, enumName: 'OutcomeDataKind' }) kind: DataKind;
  @ApiProperty() address: string;
}

/** An officer’s word that waits for a second one. */
export class ProposedOutcomeDto {
  @ApiProperty({ example: 'Officer A' }) by: string;
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty({ description: 'Whether the reader proposed it: then another officer must confirm.' })
  mine: boolean;
  @ApiProperty({ description: 'Whether something has changed since.' }) stale: boolean;
}

export class PublishedOutcomeDto {
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty({
    type: [String],
    description: 'Both officers; none where it was published before there had to be two.',
  })
  by: string[];
  @ApiProperty({ type: 'integer' }) letters: number;
  @ApiProperty({ type: ToldDto, nullable: true, description: 'How many were to be told.' })
  told: ToldDto | null;
  @ApiProperty({ type: ToldDto, description: 'How many notices are out so far.' }) sent: ToldDto;
}

/** A round’s outcome as its officers prepare it: what is missing, everything that goes out, who has said yes. */
export class OutcomeDto {
  @ApiProperty() roundSlug: string;
  @ApiProperty() roundTitle: string;
  @ApiProperty({ type: String, nullable: true, example: 'D-1' }) decisionNumber: string | null;
  @ApiProperty({ type: [NeedDto], description: 'In the order they are done.' }) needs: NeedDto[];
  @ApiProperty({ type: 'integer', description: 'Proposals of the round that were never answered.' })
  unanswered: number;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Fingerprint of all that is shown; null while something is missing.',
  })
  digest: string | null;
  @ApiProperty({ type: PressSheetDto, nullable: true }) sheet: PressSheetDto | null;
  @ApiProperty({ type: [DecisionLetterDto], description: 'In the order of the decision.' })
  letters: DecisionLetterDto[];
  @ApiProperty({ type: ToldDto, nullable: true }) told: ToldDto | null;
  @ApiProperty({ type: [DataFileDto] }) files: DataFileDto[];
  @ApiProperty({ type: ContactDto, description: 'Where replies go.' }) contact: ContactDto;
  @ApiProperty({ type: ProposedOutcomeDto, nullable: true }) proposed: ProposedOutcomeDto | null;
  @ApiProperty({ type: PublishedOutcomeDto, nullable: true }) published: PublishedOutcomeDto | null;
}

/** An outcome that waits for its second officer. */
export class WaitingOutcomeDto {
  @ApiProperty() roundSlug: string;
  @ApiProperty() roundTitle: string;
  @ApiProperty({ type: ProposedOutcomeDto }) proposed: ProposedOutcomeDto;
}
