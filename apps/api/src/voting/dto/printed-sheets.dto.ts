import { ApiProperty } from '@nestjs/swagger';
import { IsInt, Max, Min } from 'class-validator';

import type { SheetPrint } from '../paper/printed-sheets.repository.js';

export class PrintSheetsDto {
  @ApiProperty({ type: 'integer', minimum: 1, maximum: 500 })
  @IsInt()
  @Min(1)
  @Max(500)
  copies: number;
}

export class SheetPrintDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'date-time' })
  printedAt: string;

  @ApiProperty({ type: 'integer' })
  copies: number;

  static of({ id, printedAt, copies }: SheetPrint): SheetPrintDto {
    return { id, printedAt: printedAt.toISOString(), copies };
  }
}

export class PrintedSheetsDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ type: [String], description: 'One number for each sheet, tied to nobody.' })
  serials: string[];
}
