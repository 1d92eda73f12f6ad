import { type Encoding, TextDoubt, TextFault, TextReader } from '@commonthread/kernel/text-files';

import { EncodingUnsure } from '../platform/tables/index.js';
import { FileUnreadable } from './imports.errors.js';

/** Sees while a file comes in whether it can be read as text, so that no job begins that cannot end well. */
export class TextCheck {
  private readonly reader: TextReader;
  private fault: unknown;

  constructor(confirmed: Encoding | undefined) {
    this.reader = new TextReader(confirmed);
  }

  push(piece: Uint8Array): void {
    this.attempt(() => this.reader.push(piece));
  }

  /** Once all of it came. @throws EncodingUnsure | FileUnreadable */
  encoding(): Encoding {
    this.attempt(() => this.reader.end());
    if (this.fault instanceof TextDoubt) throw new EncodingUnsure(this.fault);
    if (this.fault instanceof TextFault) throw new FileUnreadable(this.fault);
    if (this.fault !== undefined) throw this.fault;
    return this.reader.encoding ?? 'utf-8';
  }

  /** The first fault counts; what follows it is not looked at. */
  private attempt(read: () => string): void {
    if (this.fault !== undefined) return;
    try {
      read();
    } catch (fault) {
      this.fault = fault;
    }
  }
}
