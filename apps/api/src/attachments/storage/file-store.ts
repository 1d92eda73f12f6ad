import type { OpenFile, StoredFile } from '../attachment.js';

/** Where the bytes of attachments are. Names come from us alone: a random id and a name of `FILE_TYPES`. */
export abstract class FileStore {
  /** Whole or not at all: a reader never meets half a file. */
  abstract write(id: string, file: StoredFile): Promise<void>;
  /** @returns `undefined` when there is none */
  abstract read(id: string, name: string): Promise<OpenFile | undefined>;
  /** Removing what is not there is no fault. */
  abstract remove(id: string, names: readonly string[]): Promise<void>;
}
