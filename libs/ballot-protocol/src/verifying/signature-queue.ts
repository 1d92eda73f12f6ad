/** Most checks under way at once: enough to keep WebCrypto's threads busy, few enough to hold in memory. */
const MOST_WAITING = 512;

/** Runs checks side by side while lines are read on. */
export class SignatureQueue {
  private readonly waiting: Promise<void>[] = [];

  /** @returns once there is room for more */
  async add(check: Promise<void>): Promise<void> {
    this.waiting.push(check);
    if (this.waiting.length >= MOST_WAITING) await Promise.all(this.waiting.splice(0, MOST_WAITING / 2));
  }

  async finish(): Promise<void> {
    await Promise.all(this.waiting.splice(0));
  }
}
