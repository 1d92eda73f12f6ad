/** What a command needs of the world; tests give it a hand-made one. */
export interface Terminal {
  /** The bytes of a file, or of standard input for `-`. */
  read(path: string): Uint8Array;
  /** The same piece by piece, for files too large to hold. */
  stream(path: string): AsyncIterable<Uint8Array>;
  /** Names inside a folder. */
  list(folder: string): string[];
  /** Milliseconds, only ever subtracted. */
  now(): number;
  out(line: string): void;
  err(line: string): void;
}

/** 0 done, 1 the answer is no, 2 the question was wrong. */
export type ExitCode = 0 | 1 | 2;

/** A command line that cannot be understood; shown with the command's usage. */
export class UsageError extends Error {}
