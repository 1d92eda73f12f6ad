import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Length, Max, MaxLength, Min } from 'class-validator';

import { OneLine } from '../../platform/http/index.js';
import { LIKENESS_REASONS, type LikenessReason } from './similar.repository.js';
import type { NamedSimilar } from './similar-proposals.js';
import { ProposalSummaryDto } from '../dto/proposal-summary.dto.js';

export class SimilarQueryDto {
  @ApiProperty({ minLength: 3, maxLength: 120 })
  @OneLine()
  @IsString()
  @Length(3, 120)
  title: string;

  @ApiPropertyOptional({ maxLength: 300 })
  @IsOptional()
  @IsString()
  @MaxLength(300)
  summary?: string;

  @ApiProperty({ description: 'Slug of the round: only what stands beside it there is looked through.' })
  @IsString()
  @Length(1, 100)
  round: string;

  @ApiPropertyOptional({ description: 'Slug of a place; being there counts a little.' })
  @IsOptional()
  @IsString()
  @Length(1, 100)
  place?: string;

  @ApiPropertyOptional({ description: 'Being of this topic counts a little.' })
  @IsOptional()
  @IsString()
  @Length(1, 60)
  category?: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, description: 'Number of the proposal being written.' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(999_999_999)
  except?: number;
}

export class SimilarProposalDto {
  @ApiProperty()
  proposal: ProposalSummaryDto;

  @ApiProperty({
    description:
      '0 to 1: half the likeness of the titles, 0.3 the words in common, 0.1 each for place and topic.',
  })
  score: number;

  @ApiProperty({ enum: LIKENESS_REASONS, enumName: 'LikenessReason', isArray: true })
  because: LikenessReason[];

  static of(similar: NamedSimilar): SimilarProposalDto {
    return {
      proposal: ProposalSummaryDto.ofNamed(similar),
      score: similar.score,
      because: [...similar.because],
    };
  }
}
