import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';

import { OneLine } from '../../platform/http/index.js';
import { SUGGESTION_STATES, type SuggestionState } from './suggestion.js';
import type { SuggestionPage } from './suggestions.queries.js';
import type { Named } from '../proposal-names.js';
import type { Proposal } from '../proposal.js';

const MOST_PENCE = 1_000_000_000_000;

export class JoinedTextDto {
  @ApiProperty({ minLength: 5, maxLength: 120 })
  @OneLine()
  @IsString()
  @Length(5, 120)
  title: string;

  @ApiProperty({ minLength: 20, maxLength: 300 })
  @IsString()
  @Length(20, 300)
  summary: string;

  @ApiProperty({ minLength: 1, maxLength: 20_000 })
  @IsString()
  @Length(1, 20_000)
  body: string;
}

export class PartDto extends JoinedTextDto {
  @ApiProperty({ type: 'integer', minimum: 0 })
  @IsInt()
  @Min(0)
  @Max(MOST_PENCE)
  estimatePence: number;
}

export class SuggestMergeDto {
  @ApiProperty({ type: 'integer', minimum: 1, description: 'Number of the proposal that stays.' })
  @IsInt()
  @Min(1)
  @Max(999_999_999)
  into: number;

  @ApiPropertyOptional({ type: JoinedTextDto, description: 'Its new text; it keeps its own when left out.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => JoinedTextDto)
  text?: JoinedTextDto;

  @ApiProperty({ minLength: 5, maxLength: 2000, description: 'In plain words; public.' })
  @IsString()
  @Length(5, 2000)
  reason: string;
}

export class SuggestSplitDto {
  @ApiProperty({
    type: [PartDto],
    minItems: 2,
    maxItems: 5,
    description: 'The first is the text of the original.',
  })
  @IsArray()
  @ArrayMinSize(2)
  @ArrayMaxSize(5)
  @ValidateNested({ each: true })
  @Type(() => PartDto)
  parts: PartDto[];

  @ApiProperty({ minLength: 5, maxLength: 2000, description: 'In plain words; public.' })
  @IsString()
  @Length(5, 2000)
  reason: string;
}

export class AnswerSuggestionDto {
  @ApiProperty()
  @IsBoolean()
  agrees: boolean;
}

export class SuggestedProposalDto extends JoinedTextDto {
  @ApiProperty({ type: 'integer' })
  number: number;

  @ApiProperty()
  authorLabel: string;

  @ApiProperty()
  placeName: string;

  @ApiProperty({ type: 'integer' })
  supports: number;

  @ApiProperty()
  roundSlug: string;

  @ApiProperty()
  roundTitle: string;

  static ofNamed({ proposal, round, place, authorLabel }: Named<Proposal>): SuggestedProposalDto {
    return {
      number: proposal.number,
      title: proposal.title,
      summary: proposal.summary,
      body: proposal.body,
      authorLabel,
      placeName: place.name,
      supports: proposal.supports,
      roundSlug: round.slug,
      roundTitle: round.title,
    };
  }
}

export class ConsentDto {
  @ApiProperty({ type: 'integer' })
  agreed: number;

  @ApiProperty({ type: 'integer', description: 'How many authors there are.' })
  of: number;

  @ApiProperty({ type: 'integer', description: 'Those who cannot be asked: their account is closed.' })
  gone: number;

  @ApiProperty({ format: 'date-time', description: 'From then on their silence counts as consent.' })
  goneCountsFrom: string;
}

export class SuggestionMineDto {
  @ApiProperty({ description: 'Whether the reader is an author who is asked.' })
  asked: boolean;

  @ApiProperty({ type: Boolean, nullable: true })
  agrees: boolean | null;

  @ApiProperty({ description: 'Whether the reader suggested it.' })
  suggested: boolean;
}

export class SuggestionDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: ['merge', 'split'], enumName: 'SuggestionKind' })
  kind: 'merge' | 'split';

  @ApiProperty({ description: 'The one that goes into the other, or that is split.' })
  proposal: SuggestedProposalDto;

  @ApiProperty({ type: SuggestedProposalDto, nullable: true })
  into: SuggestedProposalDto | null;

  @ApiProperty({
    type: JoinedTextDto,
    nullable: true,
    description: 'null when the one that stays keeps its own.',
  })
  text: JoinedTextDto | null;

  @ApiProperty({ type: [PartDto] })
  parts: PartDto[];

  @ApiProperty({ type: 'integer', isArray: true, description: 'Proposals that came of a split.' })
  partNumbers: number[];

  @ApiProperty({ type: 'integer', nullable: true, description: 'Supporters of both, each counted once.' })
  supportersTogether: number | null;

  @ApiProperty()
  reason: string;

  @ApiProperty({ enum: ['officer', 'author'], enumName: 'SuggestedBy' })
  byRole: 'officer' | 'author';

  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ format: 'date-time' })
  answerBy: string;

  @ApiProperty({ enum: SUGGESTION_STATES, enumName: 'SuggestionState' })
  state: SuggestionState;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  closedAt: string | null;

  @ApiProperty({ type: String, nullable: true })
  closedReason: string | null;

  @ApiProperty()
  consent: ConsentDto;

  @ApiProperty({ type: SuggestionMineDto, nullable: true, description: 'null when signed out.' })
  mine: SuggestionMineDto | null;

  static of({ suggestion, proposal, into, consent, mine, ...page }: SuggestionPage): SuggestionDto {
    // Once it is closed the words are those of the proposals themselves, as far as they are shown.
    const open = suggestion.state === 'open';
    const given = open && suggestion.kind === 'merge' ? suggestion.text : null;
    return {
      id: suggestion.id,
      kind: suggestion.kind,
      proposal: SuggestedProposalDto.ofNamed(proposal),
      into: into && SuggestedProposalDto.ofNamed(into),
      text: given && { title: given.title, summary: given.summary, body: given.body },
      parts: open && suggestion.kind === 'split' ? suggestion.parts.map(partOf) : [],
      partNumbers: [...page.partNumbers],
      supportersTogether: page.supportersTogether,
      reason: suggestion.reason,
      byRole: suggestion.byRole,
      at: suggestion.at.toISOString(),
      answerBy: suggestion.answerBy.toISOString(),
      state: suggestion.state,
      closedAt: suggestion.closedAt?.toISOString() ?? null,
      closedReason: suggestion.closedReason,
      consent: {
        agreed: consent.agreed,
        of: consent.of,
        gone: consent.gone,
        goneCountsFrom: consent.goneCountsFrom.toISOString(),
      },
      mine: mine && { asked: mine.asked, agrees: mine.agrees, suggested: mine.suggested },
    };
  }
}

function partOf({ title, summary, body, estimatePence }: PartDto): PartDto {
  return { title, summary, body, estimatePence };
}
