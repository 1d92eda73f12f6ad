import { ArrayMaxSize, IsArray, IsObject, IsOptional, IsString, Length } from 'class-validator';

/** A frozen manifest; the protocol's reader checks it. */
export class OpenElectionDto {
  @IsObject() manifest: Record<string, unknown>;
}

/** Two different people, as opaque ids, to end the voting before its time. */
export class CloseVotingDto {
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(2)
  @IsString({ each: true })
  @Length(1, 100, { each: true })
  by?: string[];
}

/** Counts of the roll; the protocol's reader checks them. */
export class FinishElectionDto {
  @IsObject() rollSummary: Record<string, unknown>;
}
