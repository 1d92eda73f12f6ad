import { ApiProperty } from '@nestjs/swagger';

import type { PaperProject } from '../round.js';
import type { FrozenPaper } from '../rounds.queries.js';

export class PaperProjectDto {
  @ApiProperty({ description: 'Compared as text.' })
  ballotId: string;

  @ApiProperty({ type: 'integer' })
  proposalNumber: number;

  @ApiProperty({ description: 'As on the paper; only its number once a moderator has hidden it.' })
  title: string;

  @ApiProperty({ type: 'integer' })
  costPence: number;
}

export class BallotPaperDto {
  @ApiProperty({ description: 'SHA-256 of the UTF-8 bytes of `canonical`, in hexadecimal.' })
  sha256: string;

  @ApiProperty({ format: 'date-time' })
  frozenAt: string;

  @ApiProperty({
    description:
      'The exact text that was hashed: canonical JSON (RFC 8785). It never changes, whatever a moderator hides later.',
  })
  canonical: string;

  @ApiProperty({ type: [PaperProjectDto] })
  projects: PaperProjectDto[];

  static of(paper: FrozenPaper): BallotPaperDto {
    const { projects } = JSON.parse(paper.canonical) as { projects: PaperProject[] };
    return {
      sha256: paper.sha256,
      frozenAt: paper.frozenAt.toISOString(),
      canonical: paper.canonical,
      projects: projects.map(({ ballotId, proposalNumber, title, costPence }) => ({
        ballotId,
        proposalNumber,
        title: paper.titles.get(ballotId) ?? title,
        costPence,
      })),
    };
  }
}
