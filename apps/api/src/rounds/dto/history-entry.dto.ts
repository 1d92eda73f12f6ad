import { ApiProperty } from '@nestjs/swagger';

/** One thing that happened, in plain words. */
export class HistoryEntryDto {
  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ example: 'Opened' })
  what: string;

  @ApiProperty({ type: String, nullable: true })
  reason: string | null;

  @ApiProperty({ description: 'The role of whoever did it, never a name.', example: 'An officer' })
  by: string;

  static of(event: { at: Date; what: string; reason: string | null; by: string }): HistoryEntryDto {
    return { at: event.at.toISOString(), what: event.what, reason: event.reason, by: event.by };
  }
}
