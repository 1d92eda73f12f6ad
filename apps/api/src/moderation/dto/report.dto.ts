import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsEmail,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';

import { CASE_STATES, type CaseState } from '../case.js';
import type { Ticket } from '../reports.repository.js';
import { WorkDto } from './work.dto.js';
import { ACTS, type ModerationAct, type Rule, RULES } from '../rules.js';

export class SendReportDto {
  @ApiProperty({ type: 'integer' })
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  proposalNumber: number;

  @ApiProperty({ format: 'uuid', required: false, description: 'A comment on that proposal.' })
  @IsOptional()
  @IsUUID()
  commentId?: string;

  @ApiProperty({ enum: RULES, enumName: 'ModerationRule' })
  @IsIn(RULES)
  rule: Rule;

  @ApiProperty({ required: false, maxLength: 2000 })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  words?: string;

  @ApiProperty({ required: false, format: 'email', description: 'Deleted once the report is answered.' })
  @IsOptional()
  @IsEmail()
  @MaxLength(254)
  contact?: string;

  @ApiProperty({
    type: WorkDto,
    required: false,
    description: 'Without it, and without an account, very few are taken from one connection.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => WorkDto)
  work?: WorkDto;
}

export class TicketNumberDto {
  @ApiProperty({ example: 'K7QM-2FHN-9RTX-C4WD-8JPV-3BGY', description: 'Shown once: it is stored nowhere.' })
  ticket: string;
}

export class TicketParam {
  @ApiProperty()
  @IsString()
  @Matches(/^[0-9A-Za-z -]{1,60}$/)
  ticket: string;
}

export class TicketDto {
  @ApiProperty({ format: 'date' })
  reportedOn: string;

  @ApiProperty({ enum: RULES, enumName: 'ModerationRule' })
  rule: Rule;

  @ApiProperty({ enum: CASE_STATES, enumName: 'ModerationCaseState' })
  state: CaseState;

  @ApiProperty({ enum: ACTS, enumName: 'ModerationAct', nullable: true })
  act: ModerationAct | null;

  @ApiProperty({ type: String, nullable: true })
  reason: string | null;

  @ApiProperty({ type: 'integer', description: 'Of the case, as the public log has it.' })
  caseNumber: number;

  static of({ reportedOn, rule, state, act, reason, number }: Ticket): TicketDto {
    return { reportedOn, rule, state, act, reason, caseNumber: number };
  }
}
