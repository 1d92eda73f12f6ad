import type { Findings } from './faults.js';
import { checkWidth, HeaderRow } from './header-row.js';
import { moneyReason, readMoney } from './money.js';
import type { PbHead, PbProjectText } from './pb-file.js';
import { cellList, cellText, hasScore, SECTIONS } from './words.js';

const KNOWN = [
  ...['project_id', 'cost', 'votes', 'score', 'name', 'category', 'beneficiaries', 'selected'],
  ...['neighborhood', 'subunit', 'district', 'description', 'proposer', 'public_id', 'latitude', 'longitude'],
];
const ALIASES = { target: 'beneficiaries', targets: 'beneficiaries' };

/** A project and what its ballots add up to while they are read. */
export interface Tally {
  readonly id: string;
  readonly costMinor: number;
  readonly line: number;
  /** What the file claims, when it claims anything. */
  readonly claimedVotes: string;
  readonly claimedScore: string;
  votes: number;
  score: number;
}

/** Reads PROJECTS, one row at a time. */
export class ProjectsSection {
  readonly tallies = new Map<string, Tally>();
  rows = 0;
  /** Names of the columns this reader does not know. */
  otherColumns: readonly string[] = [];
  private otherAt: readonly number[] = [];
  private header?: HeaderRow;

  constructor(
    private readonly findings: Findings,
    private readonly head: PbHead,
  ) {}

  readHeader(cells: readonly string[], line: number): void {
    this.header = new HeaderRow(cells, line, ['project_id', 'cost'], this.findings, ALIASES);
    // A score on ballots without points (weighted paper votes, say) cannot be recounted: keep it as it stands.
    const known = new Set(hasScore(this.head.voteType) ? KNOWN : KNOWN.filter((name) => name !== 'score'));
    const others = this.header.others(known);
    this.otherColumns = others.names;
    this.otherAt = others.positions;
  }

  /** @returns the project, or undefined when its row was refused */
  row(cells: readonly string[], line: number): PbProjectText | undefined {
    const header = this.header;
    if (!header) return undefined;
    this.rows += 1;
    checkWidth(cells, header.width, line, this.findings);
    const raw = (name: string): string | undefined => cells[header.position(name)];
    const text = (name: string): string => cellText(raw(name));

    const id = (raw('project_id') ?? '').trim();
    const costMinor = this.cost(text('cost'), line);
    if (!this.idIsUsable(id, line)) return undefined;
    this.tallies.set(id, {
      ...{ id, costMinor, line, votes: 0, score: 0 },
      claimedVotes: text('votes'),
      claimedScore: hasScore(this.head.voteType) ? text('score') : '',
    });
    const selected = this.selected(text('selected'), line);
    const latitude = this.degrees(text('latitude'), 90, 'latitude', line);
    const longitude = this.degrees(text('longitude'), 180, 'longitude', line);
    return {
      id,
      costMinor,
      categories: cellList(raw('category')),
      beneficiaries: cellList(raw('beneficiaries')),
      ...(text('name') && { name: text('name') }),
      ...(selected !== undefined && { selected }),
      ...(text('neighborhood') && { neighbourhood: text('neighborhood') }),
      ...(text('subunit') && { subunit: text('subunit') }),
      ...(text('district') && { district: text('district') }),
      ...(text('description') && { description: text('description') }),
      ...(text('proposer') && { proposer: text('proposer') }),
      ...(text('public_id') && { publicId: text('public_id') }),
      ...(latitude !== undefined && { latitude }),
      ...(longitude !== undefined && { longitude }),
      other: this.otherAt.map((position) => (cells[position] ?? '').trim()),
    };
  }

  private idIsUsable(id: string, line: number): boolean {
    const refuse = (code: string, reason: string): boolean => {
      this.findings.fault(line, 'project_id', code, reason);
      return false;
    };
    if (id === '') return refuse('project.id-missing', 'a project needs an id');
    if (id.includes(',')) return refuse('project.id-comma', `"${id}": ballots separate ids by commas`);
    if ((SECTIONS as readonly string[]).includes(id.toUpperCase())) {
      return refuse('project.id-reserved', `"${id}" is the name of a section`);
    }
    const before = this.tallies.get(id);
    return before ? refuse('project.id-repeated', `"${id}" is also on line ${before.line}`) : true;
  }

  private cost(text: string, line: number): number {
    const amount = readMoney(text, this.head.minorPerUnit);
    if (typeof amount !== 'number') {
      this.findings.fault(line, 'cost', amount, moneyReason(amount, text));
      return 0;
    }
    if (text.includes(',')) this.findings.warn(line, 'cost', 'money.comma', 'a decimal comma');
    return amount;
  }

  private selected(text: string, line: number): number | undefined {
    if (text === '') return undefined;
    if (/^[0-3](\.0+)?$/.test(text)) return Number(text[0]);
    this.findings.fault(line, 'selected', 'project.selected', `"${text}" is none of 0, 1, 2, 3`);
    return undefined;
  }

  private degrees(text: string, limit: number, field: string, line: number): number | undefined {
    if (text === '') return undefined;
    const value = /^[+-]?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : NaN;
    if (Math.abs(value) <= limit) return value;
    this.findings.fault(line, field, 'project.coordinate', `"${text}" is not within ${limit} degrees`);
    return undefined;
  }
}
