import { Findings, type PbWarning } from './faults.js';
import { MetaSection } from './meta-section.js';
import type { PbHead, PbProjectText, PbVote } from './pb-file.js';
import { ProjectsSection, type Tally } from './projects-section.js';
import { RowCutter } from './rows.js';
import { VotesSection } from './votes-section.js';
import { hasScore, SECTIONS, type SectionName } from './words.js';

/** Called while the text goes by. What was handed over is only good once `end` returns. */
export interface PbHandlers {
  /** Once, when META is complete. */
  head?(head: PbHead): void;
  project?(project: PbProjectText): void;
  vote?(vote: PbVote): void;
}

/** What is known when the text has ended. */
export interface PbSummary {
  readonly head: PbHead;
  readonly otherProjectColumns: readonly string[];
  readonly otherVoteColumns: readonly string[];
  /** Recounted votes (each ballot once) and score per project id. */
  readonly tallies: ReadonlyMap<string, { readonly votes: number; readonly score: number }>;
  readonly warnings: readonly PbWarning[];
}

/**
 * Reads a Pabulib `.pb` text piece by piece: `push` chunks of any size, then `end`.
 * Keeps projects, voter ids and totals; ballots are handed on and forgotten.
 *
 * Source: the format of pabulib.org, as its checker and pabutools read it.
 */
export class PbReader {
  private readonly findings = new Findings();
  private readonly rows = new RowCutter({
    row: (cells, line) => this.row(cells, line),
    unclosed: (line) => this.findings.fault(line, 'row', 'quote.unclosed', 'a quoted cell is never closed'),
  });
  private readonly metaSection = new MetaSection(this.findings);
  private head?: PbHead;
  private projects?: ProjectsSection;
  private votes?: VotesSection;
  private section?: SectionName;
  private headerDue = false;
  private readonly seen = new Set<SectionName>();

  constructor(private readonly handlers: PbHandlers = {}) {}

  push(chunk: string): void {
    this.rows.push(chunk);
  }

  /** @throws PbMalformed with every fault of the whole text */
  end(): PbSummary {
    this.rows.end();
    const head = this.settleMeta();
    const projects = this.startProjects();
    const votes = (this.votes ??= new VotesSection(this.findings, head, projects.tallies));
    for (const name of SECTIONS) {
      if (!this.seen.has(name)) this.fault(name, 'section.missing', `there is no section ${name}`);
    }
    if (this.headerDue && this.section) {
      this.fault(this.section, 'header.missing', `section ${this.section} has no header row`);
    }
    if (this.seen.has('PROJECTS')) this.metaSection.checkCount('num_projects', projects.rows);
    if (this.seen.has('VOTES')) this.metaSection.checkCount('num_votes', votes.rows);
    this.findings.settle();
    this.compareClaims(projects.tallies.values(), hasScore(head.voteType));
    return {
      head,
      otherProjectColumns: projects.otherColumns,
      otherVoteColumns: votes.otherColumns,
      tallies: projects.tallies,
      warnings: this.findings.warnings,
    };
  }

  private row(cells: string[], line: number): void {
    if (cells.every((cell) => cell === '' || cell.trim() === '')) return;
    const next = sectionNamed(cells);
    if (next) return this.enter(next, line);
    if (this.headerDue) {
      this.headerDue = false;
      if (this.section === 'META') this.metaSection.header(cells, line);
      else if (this.section === 'PROJECTS') this.projects?.readHeader(cells, line);
      else this.votes?.readHeader(cells, line);
      return;
    }
    switch (this.section) {
      case 'META':
        return this.metaSection.row(cells, line);
      case 'PROJECTS': {
        const project = this.projects?.row(cells, line);
        if (project) this.handlers.project?.(project);
        return;
      }
      case 'VOTES': {
        const vote = this.votes?.row(cells, line);
        if (vote) this.handlers.vote?.(vote);
        return;
      }
      default:
        this.findings.fault(line, 'META', 'section.before-meta', 'the first line must be META');
        // One fault is enough for a text that is no .pb file at all.
        this.section = 'META';
    }
  }

  private enter(next: SectionName, line: number): void {
    if (this.headerDue && this.section) {
      this.findings.fault(line, this.section, 'header.missing', `section ${this.section} has no header row`);
    }
    if (this.seen.has(next)) {
      this.findings.fault(line, next, 'section.repeated', `section ${next} stands twice`);
    } else if ([...this.seen].some((name) => SECTIONS.indexOf(name) > SECTIONS.indexOf(next))) {
      this.findings.fault(line, next, 'section.order', `the order is ${SECTIONS.join(', ')}`);
    }
    this.seen.add(next);
    this.section = next;
    this.headerDue = true;
    if (next === 'META') return;
    const projects = this.startProjects();
    if (next === 'VOTES') this.votes ??= new VotesSection(this.findings, this.settleMeta(), projects.tallies);
  }

  private settleMeta(): PbHead {
    if (this.head) return this.head;
    this.head = this.metaSection.settle(Math.max(1, this.rows.lines));
    this.handlers.head?.(this.head);
    return this.head;
  }

  private startProjects(): ProjectsSection {
    this.projects ??= new ProjectsSection(this.findings, this.settleMeta());
    return this.projects;
  }

  private fault(field: string, code: string, reason: string): void {
    this.findings.fault(Math.max(1, this.rows.lines), field, code, reason);
  }

  private compareClaims(tallies: Iterable<Tally>, scored: boolean): void {
    for (const { id, line, claimedVotes, claimedScore, votes, score } of tallies) {
      if (claimedVotes !== '' && Number(claimedVotes) !== votes) {
        const reason = `project ${id}: the file says ${claimedVotes}, its ballots ${votes}`;
        this.findings.warn(line, 'votes', 'project.votes-differ', reason);
      }
      if (scored && claimedScore !== '' && Number(claimedScore) !== score) {
        const reason = `project ${id}: the file says ${claimedScore}, its ballots ${score}`;
        this.findings.warn(line, 'score', 'project.score-differs', reason);
      }
    }
  }
}

/** A row that holds nothing but a section's name, in any case; spreadsheets pad it with empty cells. */
function sectionNamed(cells: readonly string[]): SectionName | undefined {
  const first = cells[0] ?? '';
  if (first.length > 20) return undefined;
  const word = first.trim().toUpperCase();
  const name = SECTIONS.find((section) => section === word);
  return name && cells.slice(1).every((cell) => cell.trim() === '') ? name : undefined;
}
