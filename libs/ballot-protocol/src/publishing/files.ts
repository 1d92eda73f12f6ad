/** The files of an export, all of them, in the order faults are listed. Lines end in a single newline. */
export const EXPORT_FILES = [
  'manifest.json',
  'ballots.ndjson',
  'paper-batches.ndjson',
  'roll-summary.json',
  'close.json',
  'checkpoints.ndjson',
  'result.json',
] as const;

export type ExportFile = (typeof EXPORT_FILES)[number];

/** Where an export lies: a folder, an archive, a web address. */
export interface ExportSource {
  /** Names of all files there are. */
  names(): Promise<readonly string[]>;
  /** The bytes of one file, in pieces of any size. */
  open(file: ExportFile): AsyncIterable<Uint8Array>;
}
