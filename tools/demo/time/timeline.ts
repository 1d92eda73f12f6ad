/** What a story can ask for while it is told. */
export interface Time {
  /** Goes on when it is that moment, after everything of other stories that comes before it. */
  until(at: Date): Promise<void>;
  /** Tells stories side by side, each beginning with a moment to wait for, until all have ended. */
  together(stories: readonly Story[]): Promise<void>;
}

export type Story = (time: Time) => Promise<void>;

interface Sleeper {
  readonly at: Date;
  readonly wake: () => void;
  readonly fail: (why: unknown) => void;
}

/**
 * Tells many stories as if time passed: each is written down from its beginning to its end, and all are played in
 * the order of their moments, one act at a time. So what is written in order, an audit log above all, has its times
 * in order too.
 */
export class Timeline implements Time {
  private readonly sleepers: Sleeper[] = [];
  private readonly setClock: (at: Date) => Promise<void>;
  /** The story that begins everything. */
  private awake = 1;
  private set: { readonly at: number; readonly really: number } | undefined;

  constructor(setClock: (at: Date) => Promise<void>) {
    this.setClock = setClock;
  }

  until(at: Date): Promise<void> {
    return new Promise((wake, fail) => {
      this.sleepers.push({ at, wake, fail });
      this.sleep();
    });
  }

  async together(stories: readonly Story[]): Promise<void> {
    let left = stories.length;
    if (left === 0) return;
    // Who waits for them lends them its turn and has it back from the last.
    this.awake += left - 1;
    await Promise.all(
      stories.map(async (story) => {
        await story(this);
        left -= 1;
        if (left > 0) this.sleep();
      }),
    );
  }

  private sleep(): void {
    this.awake -= 1;
    if (this.awake > 0) return;
    const next = this.sleepers.toSorted((a, b) => a.at.getTime() - b.at.getTime())[0];
    if (!next) return;
    this.sleepers.splice(this.sleepers.indexOf(next), 1);
    this.awake = 1;
    this.forward(next.at).then(next.wake, next.fail);
  }

  /** Never back: an act may have taken longer than the time to the next. */
  private async forward(at: Date): Promise<void> {
    const really = performance.now();
    const shown = this.set ? this.set.at + (really - this.set.really) + 1 : at.getTime();
    const to = Math.max(at.getTime(), Math.ceil(shown));
    this.set = { at: to, really };
    await this.setClock(new Date(to));
  }
}
