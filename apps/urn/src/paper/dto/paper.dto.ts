import type { Choice } from '@commonthread/ballot-protocol';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';

const PERSON = [1, 100] as const;

/** What two people counted in a box. People are opaque ids. */
export class DeclareBatchDto {
  @IsString() @Length(1, 64) batch: string;
  @IsInt() @Min(0) @Max(1_000_000) issued: number;
  @IsInt() @Min(0) @Max(1_000_000) inBox: number;
  @IsInt() @Min(0) @Max(1_000_000) spoiled: number;
  @IsInt() @Min(0) @Max(1_000_000) returned: number;
  @IsInt() @Min(0) @Max(1_000_000) missing: number;
  @IsArray()
  @ArrayMinSize(2)
  @ArrayMaxSize(2)
  @IsString({ each: true })
  @Length(...PERSON, { each: true })
  countedBy: [string, string];
}

/** A sheet; the ballot paper checks its choices. */
export class SheetDto {
  @IsString() @Length(4, 32) serial: string;
  @IsString() @Length(1, 64) style: string;
  @IsArray() @ArrayMaxSize(1000) choices: Choice[];
}

export class KeySheetsDto {
  @IsString() @Length(...PERSON) by: string;
  @IsArray() @ArrayMaxSize(500) @ValidateNested({ each: true }) @Type(() => SheetDto) sheets: SheetDto[];
  /** Whether this person has entered every sheet. */
  @IsBoolean() isLast: boolean;
}

export class WithdrawSheetDto {
  @IsString() @Length(...PERSON) by: string;
  @IsString() @Length(4, 32) serial: string;
}

/** Without style and choices: the sheet is no ballot. */
export class RulingDto {
  @IsString() @Length(4, 32) serial: string;
  @IsOptional() @IsString() @Length(1, 64) style?: string;
  @IsOptional() @IsArray() @ArrayMaxSize(1000) choices?: Choice[];
}

export class SettleDto {
  @IsString() @Length(...PERSON) by: string;
  @IsString() @Length(3, 500) reason: string;
  @IsArray() @ArrayMaxSize(500) @ValidateNested({ each: true }) @Type(() => RulingDto) rulings: RulingDto[];
}

export class SealDto {
  @IsArray()
  @ArrayMinSize(2)
  @ArrayMaxSize(2)
  @IsString({ each: true })
  @Length(...PERSON, { each: true })
  by: [string, string];
  @IsOptional() @IsString() @Length(3, 500) discrepancy?: string;
}

/** Digits of dice thrown in public after the log was finished. */
export class DrawSampleDto {
  @Matches(/^[0-9]{10,100}$/) seed: string;
  @IsInt() @Min(1) @Max(10_000) sheets: number;
  @IsArray()
  @ArrayMinSize(2)
  @ArrayMaxSize(2)
  @IsString({ each: true })
  @Length(...PERSON, { each: true })
  by: [string, string];
}

/** How many of the drawn sheets differ from their published ballots. */
export class CheckSampleDto {
  @IsInt() @Min(0) errors: number;
  @IsOptional() @IsString() @Length(3, 500) note?: string;
  @IsArray()
  @ArrayMinSize(2)
  @ArrayMaxSize(2)
  @IsString({ each: true })
  @Length(...PERSON, { each: true })
  by: [string, string];
}
