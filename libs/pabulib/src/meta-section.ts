import type { VoteType } from '@commonthread/voting';

import type { Findings } from './faults.js';
import { minorPerUnit, moneyReason, readMoney, writeMoney } from './money.js';
import type { PbHead } from './pb-file.js';
import { cellText, EXPECTED_META, VOTE_TYPES } from './words.js';

/** Reads META; `settle` once the next section begins. */
export class MetaSection {
  private readonly meta = new Map<string, string>();
  private readonly lineOf = new Map<string, number>();

  constructor(private readonly findings: Findings) {}

  /** The header row `key;value` carries nothing else. */
  header(cells: readonly string[], line: number): void {
    if (cellText(cells[0]).toLowerCase() === 'key') return;
    this.findings.warn(line, 'META', 'header.missing', 'no header row key;value');
    this.row(cells, line);
  }

  row(cells: readonly string[], line: number): void {
    const key = cellText(cells[0]);
    if (key === '') {
      this.findings.fault(line, 'META', 'meta.key-missing', 'a value without a key');
    } else if (this.meta.has(key)) {
      this.findings.fault(line, key, 'meta.repeated-key', 'the key stands twice');
    } else {
      if (cells.slice(2).some((cell) => cell.trim() !== '')) {
        this.findings.fault(line, key, 'row.too-many-cells', 'a value holding ; must be quoted');
      }
      this.meta.set(key, (cells[1] ?? '').trim());
      this.lineOf.set(key, line);
    }
  }

  /** A count the head declares, checked against the rows when they are known. */
  checkCount(key: 'num_projects' | 'num_votes', rows: number): void {
    const text = this.meta.get(key);
    if (text === undefined || text === '') return;
    const line = this.lineOf.get(key) ?? 1;
    if (!/^\d+$/.test(text)) {
      this.findings.fault(line, key, 'meta.not-a-number', `"${text}" is not a whole number`);
    } else if (Number(text) !== rows) {
      this.findings.fault(line, key, 'meta.count-differs', `says ${text}, the file has ${rows} rows`);
    }
  }

  /** @param lastLine where faults about missing keys are placed */
  settle(lastLine: number): PbHead {
    for (const key of EXPECTED_META) {
      if (!this.meta.has(key)) this.findings.warn(lastLine, key, 'meta.missing', 'Pabulib expects this key');
    }
    const perUnit = minorPerUnit(this.meta.get('currency'));
    const voteType = this.voteType(lastLine);
    const budgetMinor = this.budget(lastLine, perUnit);
    this.refuseAmbiguousLimits(perUnit);
    this.meta.set('budget', writeMoney(budgetMinor, perUnit));
    return { meta: this.meta, voteType, budgetMinor, minorPerUnit: perUnit };
  }

  /** Amounts that a count can do without are not checked otherwise, but one read wrongly would mislead. */
  private refuseAmbiguousLimits(perUnit: number): void {
    for (const key of ['min_sum_cost', 'max_sum_cost', 'min_project_cost', 'max_project_cost']) {
      const text = cellText(this.meta.get(key));
      const amount = readMoney(text, perUnit);
      if (amount === 'money.ambiguous') {
        this.findings.fault(this.lineOf.get(key) ?? 1, key, amount, moneyReason(amount, text));
      }
    }
  }

  private voteType(lastLine: number): VoteType {
    const text = this.meta.get('vote_type') ?? '';
    const type = VOTE_TYPES.find((known) => known === text.toLowerCase());
    if (type) return type;
    const line = this.lineOf.get('vote_type') ?? lastLine;
    if (text === '') this.findings.fault(line, 'vote_type', 'meta.missing', 'the kind of ballot is needed');
    else {
      const reason = `"${text}" is none of ${VOTE_TYPES.join(', ')}`;
      this.findings.fault(line, 'vote_type', 'meta.unknown-vote-type', reason);
    }
    return 'approval';
  }

  private budget(lastLine: number, perUnit: number): number {
    const text = cellText(this.meta.get('budget'));
    const line = this.lineOf.get('budget') ?? lastLine;
    const amount = readMoney(text, perUnit);
    if (typeof amount === 'number') {
      if (text.includes(',')) this.findings.warn(line, 'budget', 'money.comma', 'a decimal comma');
      return amount;
    }
    const code = amount === 'money.missing' ? 'meta.missing' : amount;
    this.findings.fault(line, 'budget', code, moneyReason(amount, text));
    return 0;
  }
}
