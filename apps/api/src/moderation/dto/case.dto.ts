import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsString, Length, MaxLength, ValidateNested } from 'class-validator';

import { PlaceRefDto } from '../../places/index.js';
import { CASE_STATES, type CaseState } from '../case.js';
import type { CaseInQueue, CasePage, CasesQueries } from '../cases.queries.js';
import { ACTS, type ModerationAct, type Rule, RULES } from '../rules.js';

export class ChecklistDto {
  @ApiProperty({ description: 'Which harm it does, to whom.' })
  @IsString()
  @MaxLength(1000)
  harm: string;

  @ApiProperty({ description: 'What was said around it.' })
  @IsString()
  @MaxLength(1000)
  context: string;

  @ApiProperty({ description: 'Why something milder would not do.' })
  @IsString()
  @MaxLength(1000)
  milder: string;
}

export class DecideCaseDto {
  @ApiProperty({ enum: ACTS, enumName: 'ModerationAct' })
  @IsIn(ACTS)
  act: ModerationAct;

  @ApiProperty({ enum: RULES, enumName: 'ModerationRule', required: false })
  @IsOptional()
  @IsIn(RULES)
  rule?: Rule;

  @ApiProperty({ minLength: 10, maxLength: 1000, description: 'Published: no names, none of the words.' })
  @IsString()
  @Length(10, 1000)
  reason: string;

  @ApiProperty()
  @ValidateNested()
  @Type(() => ChecklistDto)
  checklist: ChecklistDto;
}

export class AnswerAppealDto {
  @ApiProperty({ description: 'Whether the author is right: the post is shown again.' })
  @IsBoolean()
  upheld: boolean;

  @ApiProperty({ minLength: 10, maxLength: 1000 })
  @IsString()
  @Length(10, 1000)
  reason: string;
}

export class AppealDto {
  @ApiProperty({ minLength: 10, maxLength: 2000 })
  @IsString()
  @Length(10, 2000)
  words: string;
}

export class SendChangeDto {
  @ApiProperty({
    minLength: 1,
    maxLength: 2000,
    description: 'The comment, or the text of the proposal, anew.',
  })
  @IsString()
  @Length(1, 2000)
  words: string;
}

export class CaseInQueueDto {
  @ApiProperty({ type: 'integer' })
  number: number;

  @ApiProperty({ enum: CASE_STATES, enumName: 'ModerationCaseState' })
  state: CaseState;

  @ApiProperty({ enum: ['reports', 'new-post'] })
  origin: 'reports' | 'new-post';

  @ApiProperty({ enum: ['proposal', 'comment'] })
  kind: 'proposal' | 'comment';

  @ApiProperty({ type: 'integer' })
  proposalNumber: number;

  @ApiProperty({ description: 'Title of the proposal.' })
  title: string;

  @ApiProperty({ type: PlaceRefDto, nullable: true })
  place: PlaceRefDto | null;

  @ApiProperty({ format: 'date-time' })
  openedAt: string;

  @ApiProperty({ type: 'integer' })
  reports: number;

  @ApiProperty({
    enum: RULES,
    enumName: 'ModerationRule',
    isArray: true,
    description: 'Named in the reports.',
  })
  rules: Rule[];

  static of({ one, place, reports, rules, title }: CaseInQueue): CaseInQueueDto {
    return {
      number: one.number,
      state: one.state,
      origin: one.origin,
      kind: one.commentId ? 'comment' : 'proposal',
      proposalNumber: one.proposalNumber,
      title,
      place: place && PlaceRefDto.of(place),
      openedAt: one.openedAt.toISOString(),
      reports,
      rules: [...rules],
    };
  }
}

export class ReportOfCaseDto {
  @ApiProperty({ enum: RULES, enumName: 'ModerationRule' })
  rule: Rule;

  @ApiProperty({ type: String, nullable: true })
  words: string | null;

  @ApiProperty({ format: 'date' })
  reportedOn: string;

  @ApiProperty({ description: 'Whether an answer will be mailed.' })
  wantsAnswer: boolean;
}

export class CaseMineDto {
  @ApiProperty()
  mayDecide: boolean;

  @ApiProperty({ type: String, nullable: true, description: 'Why not.' })
  why: string | null;
}

export class CaseDto extends CaseInQueueDto {
  @ApiProperty({ description: 'What stands there; empty once withdrawn.' })
  words: string;

  @ApiProperty()
  authorLabel: string;

  @ApiProperty({ type: [ReportOfCaseDto] })
  told: ReportOfCaseDto[];

  @ApiProperty({ enum: ACTS, enumName: 'ModerationAct', nullable: true })
  act: ModerationAct | null;

  @ApiProperty({ enum: RULES, enumName: 'ModerationRule', nullable: true })
  rule: Rule | null;

  @ApiProperty({ type: String, nullable: true })
  reason: string | null;

  @ApiProperty({ type: ChecklistDto, nullable: true })
  checklist: ChecklistDto | null;

  @ApiProperty({ type: String, nullable: true })
  appealWords: string | null;

  @ApiProperty({ type: Boolean, nullable: true })
  appealUpheld: boolean | null;

  @ApiProperty({ type: String, nullable: true })
  appealReason: string | null;

  @ApiProperty()
  mine: CaseMineDto;

  static ofPage(page: CasePage): CaseDto {
    const { one, post, authorLabel, told, mine } = page;
    return {
      ...CaseInQueueDto.of(page),
      words: post.words ?? '',
      authorLabel,
      told: told.map(({ rule, words, reportedOn, contactSealed }) => ({
        rule,
        words,
        reportedOn,
        wantsAnswer: contactSealed !== null,
      })),
      act: one.act,
      rule: one.rule,
      reason: one.reason,
      checklist: one.checklist && {
        harm: one.checklist.harm,
        context: one.checklist.context,
        milder: one.checklist.milder,
      },
      appealWords: one.appealWords,
      appealUpheld: one.appealUpheld,
      appealReason: one.appealReason,
      mine: { mayDecide: mine.mayDecide, why: mine.why },
    };
  }
}

export class MyCaseDto {
  @ApiProperty({ type: 'integer' })
  number: number;

  @ApiProperty({ enum: ['proposal', 'comment'] })
  kind: 'proposal' | 'comment';

  @ApiProperty({ type: 'integer' })
  proposalNumber: number;

  @ApiProperty({ description: 'Title of the proposal.' })
  title: string;

  @ApiProperty({ description: 'Your words; empty once withdrawn.' })
  words: string;

  @ApiProperty({ enum: CASE_STATES, enumName: 'ModerationCaseState' })
  state: CaseState;

  @ApiProperty({ enum: ACTS, enumName: 'ModerationAct' })
  act: ModerationAct;

  @ApiProperty({ enum: RULES, enumName: 'ModerationRule' })
  rule: Rule;

  @ApiProperty()
  reason: string;

  @ApiProperty({ format: 'date-time' })
  decidedAt: string;

  @ApiProperty()
  mayAppeal: boolean;

  @ApiProperty({ type: String, nullable: true })
  appealWords: string | null;

  @ApiProperty({ type: Boolean, nullable: true })
  appealUpheld: boolean | null;

  @ApiProperty({ type: String, nullable: true })
  appealReason: string | null;

  static of({ one, post, mayAppeal }: Awaited<ReturnType<CasesQueries['mine']>>[number]): MyCaseDto {
    return {
      number: one.number,
      kind: one.commentId ? 'comment' : 'proposal',
      proposalNumber: one.proposalNumber,
      title: post.title,
      words: post.words ?? '',
      state: one.state,
      act: one.act ?? 'hide',
      rule: one.rule ?? 'off-topic',
      reason: one.reason ?? '',
      decidedAt: (one.decidedAt ?? one.openedAt).toISOString(),
      mayAppeal,
      appealWords: one.appealWords,
      appealUpheld: one.appealUpheld,
      appealReason: one.appealReason,
    };
  }
}
