import { ApiProperty } from '@nestjs/swagger';

import type { PaperProject } from '../round.js';

export class PaperProjectDto {
  @ApiProperty({ description: 'Compared as text.' })
  ballotId: string;

  @ApiProperty({ type: 'integer' })
  proposalNumber: number;

  @ApiProperty()
  title: string;

  @ApiProperty({ type: 'integer' })
  costPence: number;
}

export class BallotPaperDto {
  @ApiProperty({ description: 'SHA-256 of the UTF-8 bytes of `canonical`, in hexadecimal.' })
  sha256: string;

  @ApiProperty({ format: 'date-time' })
  frozenAt: string;

  @ApiProperty({ description: 'The exact text that was hashed: canonical JSON (RFC 8785).' })
  canonical: string;

  @ApiProperty({ type: [PaperProjectDto] })
  projects: PaperProjectDto[];

  static of(paper: { sha256: string; frozenAt: Date; canonical: string }): BallotPaperDto {
    const { projects } = JSON.parse(paper.canonical) as { projects: PaperProject[] };
    return {
      sha256: paper.sha256,
      frozenAt: paper.frozenAt.toISOString(),
      canonical: paper.canonical,
      projects: projects.map(({ ballotId, proposalNumber, title, costPence }) => ({
        ballotId,
        proposalNumber,
        title,
        costPence,
      })),
    };
  }
}
