import { BallotLimits } from './ballot-limits.js';
import type { Findings } from './faults.js';
import { checkWidth, HeaderRow } from './header-row.js';
import type { PbHead, PbVote } from './pb-file.js';
import type { Tally } from './projects-section.js';
import { carriesPoints, cellText } from './words.js';

/** Distinct texts of further columns remembered, so that a district is one string and not 100,000. */
const MAX_REMEMBERED = 10_000;
const NONE: readonly string[] = [];

/** Reads VOTES, one row at a time, keeping only voter ids and tallies. */
export class VotesSection {
  rows = 0;
  /** Names of the columns beyond voter_id, vote and points. */
  otherColumns: readonly string[] = [];
  private otherAt: readonly number[] = [];
  private header?: HeaderRow;
  private width = 0;
  private voterAt = -1;
  private voteAt = -1;
  private pointsAt = -1;
  private readonly voters = new Set<string>();
  private readonly remembered = new Map<string, string>();
  private readonly limits: BallotLimits;
  private readonly withPoints: boolean;

  constructor(
    private readonly findings: Findings,
    private readonly head: PbHead,
    private readonly tallies: ReadonlyMap<string, Tally>,
  ) {
    this.limits = new BallotLimits(head, findings);
    this.withPoints = carriesPoints(head.voteType);
  }

  readHeader(cells: readonly string[], line: number): void {
    // A ranking's points column repeats the order; it is kept among the further columns.
    const known = this.withPoints ? ['voter_id', 'vote', 'points'] : ['voter_id', 'vote'];
    this.header = new HeaderRow(cells, line, known, this.findings);
    const others = this.header.others(new Set(known));
    this.otherColumns = others.names;
    this.otherAt = others.positions;
    this.width = this.header.width;
    this.voterAt = this.header.position('voter_id');
    this.voteAt = this.header.position('vote');
    this.pointsAt = this.withPoints ? this.header.position('points') : -1;
  }

  /** @returns the ballot with unknown projects and repetitions taken out */
  row(cells: readonly string[], line: number): PbVote | undefined {
    if (!this.header) return undefined;
    this.rows += 1;
    if (cells.length !== this.width) checkWidth(cells, this.width, line, this.findings);
    const voterId = (cells[this.voterAt] ?? '').trim();
    this.checkVoter(voterId, line);
    const names = this.list(cells[this.voteAt]);
    const points = this.withPoints ? this.points(cells[this.pointsAt], names.length, line) : undefined;
    const other =
      this.otherAt.length === 0 ? NONE : this.otherAt.map((position) => this.remember(cells[position] ?? ''));
    return this.ballot(voterId, names, points, other, line);
  }

  private ballot(
    voterId: string,
    names: readonly string[],
    given: readonly number[] | undefined,
    other: readonly string[],
    line: number,
  ): PbVote {
    const choices: string[] = [];
    const points: number[] = [];
    const chosen: Tally[] = [];
    const seen = names.length > 16 ? new Set<string>() : undefined;
    let costMinor = 0;
    let sum = 0;
    names.forEach((name, index) => {
      const tally = this.tallies.get(name) ?? this.tallies.get(name.trim());
      if (!tally) return this.refuseName(name.trim(), line);
      if (seen ? seen.has(tally.id) : choices.includes(tally.id)) {
        this.findings.warn(line, 'vote', 'vote.repeated-project', 'a project named twice counts once');
        return;
      }
      seen?.add(tally.id);
      choices.push(tally.id);
      chosen.push(tally);
      costMinor += tally.costMinor;
      const worth = given?.[index] ?? 0;
      points.push(worth);
      sum += worth;
    });
    chosen.forEach((tally, index) => {
      tally.votes += 1;
      tally.score += given ? (points[index] ?? 0) : chosen.length - index;
    });
    if (this.head.voteType === 'choose-1' && choices.length > 1) {
      this.findings.fault(line, 'vote', 'vote.too-many', `${choices.length} projects on a choose-1 ballot`);
    }
    this.limits.check(line, choices.length, costMinor, given ? sum : undefined);
    return given ? { voterId, choices, points, other } : { voterId, choices, other };
  }

  private checkVoter(voterId: string, line: number): void {
    if (voterId === '') {
      this.findings.fault(line, 'voter_id', 'vote.voter-missing', 'a ballot needs a voter id');
    } else if (this.voters.has(voterId)) {
      this.findings.fault(line, 'voter_id', 'vote.voter-repeated', 'another ballot has the same voter id');
    } else this.voters.add(voterId);
  }

  private refuseName(name: string, line: number): void {
    if (name === '')
      this.findings.fault(line, 'vote', 'vote.empty-name', 'a comma with no project beside it');
    else this.findings.fault(line, 'vote', 'vote.unknown-project', `no project "${name}" in this file`);
  }

  private points(cell: string | undefined, expected: number, line: number): number[] {
    const texts = this.list(cell);
    if (texts.length !== expected) {
      const reason = `${texts.length} points for ${expected} projects`;
      this.findings.fault(line, 'points', 'vote.points-length', reason);
    }
    return texts.map((text) => {
      const value = /^\s*\d+(\.0+)?\s*$/.test(text) ? Number(text) : NaN;
      if (Number.isSafeInteger(value)) return value;
      this.findings.fault(
        line,
        'points',
        'vote.points-not-whole',
        `"${text.trim()}" is not whole points, 0 or more`,
      );
      return 0;
    });
  }

  private list(cell: string | undefined): readonly string[] {
    const text = cellText(cell);
    return text === '' ? NONE : text.split(',');
  }

  private remember(cell: string): string {
    const text = cell.trim();
    const before = this.remembered.get(text);
    if (before !== undefined) return before;
    if (this.remembered.size < MAX_REMEMBERED) this.remembered.set(text, text);
    return text;
  }
}
