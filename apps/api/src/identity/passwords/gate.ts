/**
 * Lets a few through at a time and the rest wait in order of arrival; beyond `room` waiting it says no.
 * Keeps a flood of sign-ins from taking every core and all memory from everybody else.
 */
export class Gate {
  private inside = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly width: number,
    private readonly room: number,
    private readonly full: () => Error,
  ) {}

  /** @throws what `full` makes, when no room is left to wait in */
  async through<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.inside < this.width) this.inside++;
    else if (this.waiting.length >= this.room) throw this.full();
    else await new Promise<void>((enter) => this.waiting.push(enter));
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.inside--;
    }
  }
}
