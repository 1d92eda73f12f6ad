import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';

import type { AuthorsPage } from './authors.queries.js';

export class AuthorInvitationDto {
  @ApiProperty({ description: 'Goes into the link; shown this once.' })
  token: string;

  @ApiProperty({ format: 'date-time' })
  expiresAt: string;

  static of({ token, expiresAt }: { token: string; expiresAt: Date }): AuthorInvitationDto {
    return { token, expiresAt: expiresAt.toISOString() };
  }
}

export class InvitationTokenDto {
  @ApiProperty({ pattern: '^[A-Za-z0-9_-]{43}$' })
  @Matches(/^[A-Za-z0-9_-]{43}$/)
  token: string;
}

export class InvitedToDto {
  @ApiProperty({ type: 'integer' })
  number: number;

  @ApiProperty()
  title: string;

  @ApiProperty()
  summary: string;

  static of({ number, title, summary }: InvitedToDto): InvitedToDto {
    return { number, title, summary };
  }
}

export class ProposalAuthorDto {
  @ApiProperty({ description: 'Display name, or Young member.' })
  label: string;

  @ApiProperty({ description: 'Whether they began it.' })
  lead: boolean;

  @ApiProperty()
  you: boolean;
}

export class WithdrawalWishDto {
  @ApiProperty({ type: 'integer' })
  agreed: number;

  @ApiProperty({ type: 'integer' })
  of: number;

  @ApiProperty({ description: 'Whether the reader is one of them.' })
  you: boolean;
}

export class ProposalAuthorsDto {
  @ApiProperty({ type: [ProposalAuthorDto] })
  authors: ProposalAuthorDto[];

  @ApiProperty({
    type: WithdrawalWishDto,
    nullable: true,
    description: 'Once one of several wants to withdraw it.',
  })
  withdrawal: WithdrawalWishDto | null;

  static of({ authors, withdrawal }: AuthorsPage): ProposalAuthorsDto {
    return {
      authors: authors.map(({ label, lead, you }) => ({ label, lead, you })),
      withdrawal: withdrawal && { agreed: withdrawal.agreed, of: withdrawal.of, you: withdrawal.you },
    };
  }
}
