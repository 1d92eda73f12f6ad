import { DomainError } from '@commonthread/kernel';

/**
 * One place where a text is not a `.pb` file. `line` counts from 1; `field` is a META key, a column or a
 * section name. The reason never quotes a voter's id.
 */
export type PbFault = {
  readonly line: number;
  readonly field: string;
  readonly code: string;
  readonly reason: string;
};

/** Something survived but worth knowing: the first line it was met on, and how often. */
export type PbWarning = PbFault & { readonly times: number };

/** More are counted but not kept: a wrong separator would otherwise fault every line. */
export const MAX_FAULTS = 200;

/** The text is not a readable election: every fault found in one pass, the first 200 of them listed. */
export class PbMalformed extends DomainError {
  override readonly kind = 'invalid';
  override readonly code = 'pabulib.malformed';

  constructor(
    readonly faults: readonly PbFault[],
    readonly faultCount: number,
  ) {
    const first = faults[0];
    const where = first ? `: line ${first.line}, ${first.field}: ${first.reason}` : '';
    super(`${faultCount} ${faultCount === 1 ? 'fault' : 'faults'}${where}`, { faults, faultCount });
  }
}

/** Collects faults and warnings while a file is read. */
export class Findings {
  private readonly faults: PbFault[] = [];
  private readonly met = new Map<string, { warning: PbFault; times: number }>();
  private faultCount = 0;

  fault(line: number, field: string, code: string, reason: string): void {
    this.faultCount += 1;
    if (this.faults.length < MAX_FAULTS) this.faults.push({ line, field, code, reason });
  }

  /** The same warning about the same field is kept once and counted. */
  warn(line: number, field: string, code: string, reason: string): void {
    const key = `${code}\n${field}`;
    const before = this.met.get(key);
    if (before) before.times += 1;
    else this.met.set(key, { warning: { line, field, code, reason }, times: 1 });
  }

  get warnings(): PbWarning[] {
    return [...this.met.values()].map(({ warning, times }) => ({ ...warning, times }));
  }

  /** @throws PbMalformed when anything was refused */
  settle(): void {
    if (this.faultCount === 0) return;
    const inOrder = this.faults.toSorted((a, b) => a.line - b.line);
    throw new PbMalformed(inOrder, this.faultCount);
  }
}
