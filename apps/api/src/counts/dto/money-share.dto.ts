import { ApiProperty } from '@nestjs/swagger';
import type { GroupMeasure } from '@commonthread/voting';

/** What one topic or part of the place got, beside what its projects were voted for. */
export class MoneyShareDto {
  @ApiProperty({ enum: ['category', 'neighbourhood'], enumName: 'MoneyShareKind' })
  kind: 'category' | 'neighbourhood';
  @ApiProperty({ type: String, nullable: true, description: 'Null for projects without one.' }) name:
    string | null;
  @ApiProperty({ type: 'integer' }) projects: number;
  @ApiProperty({ type: 'integer' }) funded: number;
  @ApiProperty({ type: 'integer', description: 'Whole minor units.' }) spentPence: number;
  @ApiProperty({ description: 'Share of all spending, 0 to 100.' }) spendPercent: number;
  @ApiProperty({ description: 'Share of all votes, 0 to 100.' }) votePercent: number;

  static of(kind: MoneyShareDto['kind'], group: GroupMeasure): MoneyShareDto {
    return {
      kind,
      name: group.name,
      projects: group.projects,
      funded: group.winners,
      spentPence: group.spentMinor,
      spendPercent: Math.round(group.spendShare * 1000) / 10,
      votePercent: Math.round(group.voteShare * 1000) / 10,
    };
  }
}
