import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsString, Length } from 'class-validator';

import { LetterReasonDto, LetterTextDto } from '../../desk/dto/review.dto.js';
import { type Verdict, VERDICTS } from '../../rules/verdict-of.js';
import type { ConfirmedVerdict } from '../../verdicts/verdicts.repository.js';
import type { ProposalReview } from '../proposal-review.queries.js';

export class PublicAppealDto {
  @ApiProperty({ format: 'date-time' })
  madeAt: string;

  @ApiProperty({ type: String, nullable: true, description: 'null unless the author made it public.' })
  text: string | null;

  @ApiProperty({ type: Boolean, nullable: true, description: 'null until it is decided.' })
  upheld: boolean | null;

  @ApiProperty({ type: String, nullable: true })
  reason: string | null;
}

export class ProposalReviewDto {
  @ApiProperty({ enum: VERDICTS, enumName: 'ReviewVerdict', nullable: true, type: String })
  verdict: Verdict | null;

  @ApiProperty({
    type: [LetterReasonDto],
    description: 'Why not, or what to change, criterion by criterion.',
  })
  reasons: LetterReasonDto[];

  @ApiProperty({ type: PublicAppealDto, nullable: true })
  appeal: PublicAppealDto | null;

  @ApiProperty({ description: 'Whether there is a letter that the reader may read.' })
  letter: boolean;

  @ApiProperty({ description: 'Whether the reader can appeal now.' })
  mayAppeal: boolean;

  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'Last day for an appeal.' })
  appealUntil: string | null;

  static of({ verdict, appeal, author, mayReadLetter, mayAppeal }: ProposalReview): ProposalReviewDto {
    return {
      verdict: verdict?.verdict ?? null,
      reasons: verdict ? LetterTextDto.ofLetter(verdict.letter).reasons : [],
      appeal: appeal
        ? {
            madeAt: appeal.madeAt.toISOString(),
            text: appeal.textPublic || author ? appeal.text : null,
            upheld: appeal.upheld,
            reason: appeal.reason,
          }
        : null,
      letter: mayReadLetter,
      mayAppeal,
      appealUntil: verdict?.appealUntil ?? null,
    };
  }
}

export class SentLetterDto extends LetterTextDto {
  @ApiProperty({ enum: VERDICTS, enumName: 'ReviewVerdict' })
  verdict: Verdict;

  @ApiProperty({ format: 'date-time' })
  sentAt: string;

  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'Last day for an appeal.' })
  appealUntil: string | null;

  static ofSent({ verdict, letter, signedAt, confirmedAt, appealUntil }: ConfirmedVerdict): SentLetterDto {
    const sentAt = (signedAt ?? confirmedAt).toISOString();
    return { ...LetterTextDto.ofLetter(letter), verdict, sentAt, appealUntil };
  }
}

export class MakeAppealDto {
  @ApiProperty({ minLength: 20, maxLength: 5000 })
  @IsString()
  @Length(20, 5000)
  text: string;

  @ApiProperty({ description: 'Whether everybody may read it in the history.' })
  @IsBoolean()
  textPublic: boolean;
}
