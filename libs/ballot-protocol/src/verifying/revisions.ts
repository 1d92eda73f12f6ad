import type { Findings } from './report.js';

interface Holder {
  readonly style: string;
  /** `lines[rev - 1]` is where that revision stands. */
  readonly lines: (number | undefined)[];
  readonly published: number[];
}

/** One published revision. */
export interface Revision {
  readonly cred: string;
  readonly style: string;
  readonly rev: number;
  /** Whether its choices are published, which only the last one's are. */
  readonly isCounted: boolean;
  readonly line: number;
}

/** Follows every credential through an export: revisions 1, 2, .. without gap, the highest counted and no other. */
export class Revisions {
  private readonly holders = new Map<string, Holder>();

  constructor(
    private readonly file: string,
    private readonly findings: Findings,
  ) {}

  get credentials(): number {
    return this.holders.size;
  }

  add({ cred, style, rev, isCounted, line }: Revision): void {
    const holder = this.holders.get(cred) ?? { style, lines: [], published: [] };
    this.holders.set(cred, holder);
    const earlier = holder.lines[rev - 1];
    if (earlier !== undefined) {
      this.findings.add(
        this.file,
        line,
        'ballot.revision-twice',
        `revision ${rev} is already in line ${earlier}`,
      );
    }
    if (holder.style !== style) {
      this.findings.add(
        this.file,
        line,
        'ballot.two-styles',
        `this credential voted in ${holder.style} before`,
      );
    }
    holder.lines[rev - 1] = line;
    if (isCounted) holder.published.push(rev);
  }

  /** Once every line was seen. */
  finish(): void {
    for (const { lines, published } of this.holders.values()) {
      const last = lines.length;
      const at = lines[last - 1] ?? null;
      const gap = lines.findIndex((line) => line === undefined);
      if (gap >= 0)
        this.note(at, 'ballot.revision-missing', `revision ${gap + 1} of this credential is missing`);
      if (!published.includes(last)) {
        this.note(at, 'ballot.not-counted', 'the last revision of this credential is not counted');
      }
      for (const rev of published) {
        if (rev !== last) {
          this.note(
            lines[rev - 1] ?? null,
            'ballot.superseded-counted',
            `revision ${last} replaced this ballot`,
          );
        }
      }
    }
  }

  /** Credentials by style. */
  byStyle(): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    for (const { style } of this.holders.values()) counts.set(style, (counts.get(style) ?? 0) + 1);
    return counts;
  }

  private note(line: number | null, code: string, message: string): void {
    this.findings.add(this.file, line, code, message);
  }
}
