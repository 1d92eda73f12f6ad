/**
 * Finds the first byte that cannot stand in UTF-8, over pieces of any size. Knows what a decoder does not tell:
 * where it is. Source: table 3-7 of the Unicode Standard.
 */
export class Utf8Check {
  private due = 0;
  private least = 0x80;
  private most = 0xbf;

  /** @returns the place in `bytes` of the first byte that is wrong, or -1 */
  firstFault(bytes: Uint8Array): number {
    for (let at = 0; at < bytes.length; at += 1) {
      const byte = bytes[at] ?? 0;
      if (this.due > 0) {
        if (byte < this.least || byte > this.most) return at;
        this.due -= 1;
        this.least = 0x80;
        this.most = 0xbf;
      } else if (byte >= 0x80 && !this.begins(byte)) return at;
    }
    return -1;
  }

  /** Whether a letter is cut off. */
  get unfinished(): boolean {
    return this.due > 0;
  }

  private begins(byte: number): boolean {
    if (byte < 0xc2 || byte > 0xf4) return false;
    this.due = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
    if (byte === 0xe0) this.least = 0xa0; // no long way to write a short letter
    if (byte === 0xed) this.most = 0x9f; // no halves of surrogates
    if (byte === 0xf0) this.least = 0x90;
    if (byte === 0xf4) this.most = 0x8f;
    return true;
  }
}
