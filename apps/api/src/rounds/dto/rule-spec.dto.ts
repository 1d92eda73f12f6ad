import { ApiProperty } from '@nestjs/swagger';

/** A rule with its parameters; which ones exist depends on the rule (libs/voting `RuleSpec`). */
export class RuleSpecDto {
  @ApiProperty({ enum: ['greedy', 'equal-shares', 'phragmen', 'max-welfare'], enumName: 'RuleName' })
  rule: string;

  @ApiProperty({ example: '1.0.0', description: 'Left out when writing: the version in use.' })
  version: string;

  [param: string]: unknown;
}
