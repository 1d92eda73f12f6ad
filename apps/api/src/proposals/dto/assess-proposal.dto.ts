import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, Length, Matches, Max, Min } from 'class-validator';

import type { Assessment } from '../assess-proposal.js';

const ASSESSMENTS = [
  'in-review',
  'changes-asked',
  'accepted',
  'not-taken-forward',
] as const satisfies readonly Assessment[];

export class AssessProposalDto {
  @ApiProperty({ enum: ASSESSMENTS, enumName: 'Assessment' })
  @IsIn(ASSESSMENTS)
  to: Assessment;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, description: 'Needed to accept it.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1_000_000_000_000)
  costPence?: number;

  @ApiPropertyOptional({ example: 'not-council-land', description: 'Needed for every answer but yes.' })
  @IsOptional()
  @IsString()
  @Matches(/^[a-z][a-z-]{1,59}$/)
  reasonCode?: string;

  @ApiPropertyOptional({ minLength: 5, maxLength: 2000, description: 'In plain words; public.' })
  @IsOptional()
  @IsString()
  @Length(5, 2000)
  reason?: string;
}
