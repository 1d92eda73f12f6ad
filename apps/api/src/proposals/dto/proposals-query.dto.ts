import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';

import { PROPOSAL_SORTS, type ProposalSort } from '../proposal-list.repository.js';
import { PROPOSAL_STATES, type ProposalState } from '../proposal-states.js';

const MINE = ['authored', 'following'] as const;

/** `?state=a&state=b` and `?state=a,b` are the same. */
const asList = ({ value }: { value: unknown }): unknown =>
  [value].flat().flatMap((one) => (typeof one === 'string' ? one.split(',') : one));

export class ProposalsFilterDto {
  @ApiPropertyOptional({ description: 'Slug of a round.' })
  @IsOptional()
  @IsString()
  @Length(1, 100)
  round?: string;

  @ApiPropertyOptional({ description: 'Slug of a place: it and what lies below it.' })
  @IsOptional()
  @IsString()
  @Length(1, 100)
  place?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @Length(1, 200)
  category?: string;

  @ApiPropertyOptional({
    enum: PROPOSAL_STATES,
    enumName: 'ProposalState',
    isArray: true,
    description: 'Without it, all that are neither withdrawn nor merged.',
  })
  @IsOptional()
  @Transform(asList)
  @IsIn(PROPOSAL_STATES, { each: true })
  state?: ProposalState[];

  @ApiPropertyOptional({ description: 'Words in title, summary or text; or a number.' })
  @IsOptional()
  @IsString()
  @Length(0, 200)
  q?: string;

  @ApiPropertyOptional({ enum: MINE, description: "The reader's own; needs a signed-in reader." })
  @IsOptional()
  @IsIn(MINE)
  mine?: (typeof MINE)[number];
}

export class ProposalsQueryDto extends ProposalsFilterDto {
  @ApiPropertyOptional({ enum: PROPOSAL_SORTS, enumName: 'ProposalSort', default: 'newest' })
  @IsOptional()
  @IsIn(PROPOSAL_SORTS)
  sort: ProposalSort = 'newest';

  @ApiPropertyOptional({ type: 'integer', minimum: 1, default: 1 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100_000)
  page: number = 1;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 100, default: 20 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  pageSize: number = 20;
}
