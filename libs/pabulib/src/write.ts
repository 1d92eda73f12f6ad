import { writeMoney } from './money.js';
import type { PbDraft, PbProjectText, PbVote } from './pb-file.js';
import { checkWritable } from './unwritable.js';
import { carriesPoints, hasScore, META_ORDER } from './words.js';

export interface PbWriteOptions {
  /** By score or votes as Pabulib sorts (default), or as the draft has them, which tie-break T5 needs. */
  readonly projectOrder?: 'result' | 'file';
  /** Columns of VOTES to leave out: `PERSONAL_COLUMNS`, say. */
  readonly dropVoteColumns?: readonly string[];
  /** `numbered` replaces voter ids by 1, 2, 3 in file order. */
  readonly voterIds?: 'kept' | 'numbered';
}

/** Everything but the ballots. */
export type PbPaper = Omit<PbDraft, 'votes'>;

/**
 * The canonical `.pb` text: META in the checker's order then unknown keys, LF, quotes only where needed;
 * num_projects, num_votes, votes and score are recounted, never copied.
 *
 * @throws PbUnwritable when the format cannot hold the draft
 */
export function writePb(draft: PbDraft, options: PbWriteOptions = {}): string {
  checkWritable(draft);
  const tally = new Tally(draft);
  draft.votes.forEach((vote) => tally.add(vote));
  const line = voteLine(draft, options);
  return [...headRows(draft, tally, options), ...draft.votes.map(line), ''].join('\n');
}

/**
 * The same text piece by piece, for more ballots than should be held at once. They are asked for twice, since the
 * projects' sums stand before them; both times they must be the same.
 *
 * @param pages ballots in file order, a page at a time
 * @throws PbUnwritable when the format cannot hold the paper or a ballot of a page; what came before it is out by then
 */
export async function* streamPb(
  paper: PbPaper,
  pages: () => AsyncIterable<readonly PbVote[]>,
  options: PbWriteOptions = {},
): AsyncGenerator<string> {
  checkWritable({ ...paper, votes: [] });
  const tally = new Tally(paper);
  for await (const page of pages()) page.forEach((vote) => tally.add(vote));
  yield `${headRows(paper, tally, options).join('\n')}\n`;

  const line = voteLine(paper, options);
  let written = 0;
  for await (const votes of pages()) {
    checkWritable({ ...paper, votes });
    yield votes.map((vote) => `${line(vote, written++)}\n`).join('');
  }
}

/** What the ballots add up to. */
class Tally {
  ballots = 0;
  private readonly votes = new Map<string, number>();
  private readonly scores = new Map<string, number>();

  constructor(private readonly paper: PbPaper) {}

  add({ choices, points }: PbVote): void {
    this.ballots += 1;
    choices.forEach((id, position) => {
      const score = this.paper.voteType === 'ordinal' ? choices.length - position : (points?.[position] ?? 0);
      this.votes.set(id, this.votesOf(id) + 1);
      this.scores.set(id, this.scoreOf(id) + score);
    });
  }

  votesOf(id: string): number {
    return this.votes.get(id) ?? 0;
  }

  scoreOf(id: string): number {
    return this.scores.get(id) ?? 0;
  }

  /** As Pabulib sorts. */
  byResult(): PbProjectText[] {
    const result = ({ id }: PbProjectText): number =>
      hasScore(this.paper.voteType) ? this.scoreOf(id) : this.votesOf(id);
    return this.paper.projects.toSorted(
      (a, b) => result(b) - result(a) || a.costMinor - b.costMinor || (a.id < b.id ? -1 : 1),
    );
  }
}

/** All that stands before the first ballot. */
function headRows(paper: PbPaper, tally: Tally, options: PbWriteOptions): string[] {
  const projects = options.projectOrder === 'file' ? paper.projects : tally.byResult();
  return [
    ...metaRows(paper, tally.ballots),
    ...projectRows(paper, projects, tally),
    ...voteHeader(paper, options),
  ];
}

function metaRows(paper: PbPaper, ballots: number): string[] {
  const meta = new Map(paper.meta);
  meta.set('num_projects', String(paper.projects.length));
  meta.set('num_votes', String(ballots));
  meta.set('budget', writeMoney(paper.budgetMinor, paper.minorPerUnit));
  meta.set('vote_type', paper.voteType);
  const known = META_ORDER.filter((key) => meta.has(key));
  const unknown = [...meta.keys()].filter((key) => !META_ORDER.includes(key));
  return ['META', 'key;value', ...[...known, ...unknown].map((key) => row([key, meta.get(key) ?? '']))];
}

type Column = readonly [name: string, text: (project: PbProjectText) => string];

function projectRows(paper: PbPaper, projects: readonly PbProjectText[], tally: Tally): string[] {
  const always: Column[] = [
    ['project_id', ({ id }) => id],
    ['cost', ({ costMinor }) => writeMoney(costMinor, paper.minorPerUnit)],
    ['votes', ({ id }) => String(tally.votesOf(id))],
  ];
  if (hasScore(paper.voteType)) always.push(['score', ({ id }) => String(tally.scoreOf(id))]);
  const sometimes: Column[] = [
    ['name', ({ name }) => name ?? ''],
    ['category', ({ categories }) => categories.join(',')],
    ['beneficiaries', ({ beneficiaries }) => beneficiaries.join(',')],
    ['selected', ({ selected }) => selected?.toString() ?? ''],
    ['neighborhood', ({ neighbourhood }) => neighbourhood ?? ''],
    ['subunit', ({ subunit }) => subunit ?? ''],
    ['district', ({ district }) => district ?? ''],
    ['description', ({ description }) => description ?? ''],
    ['proposer', ({ proposer }) => proposer ?? ''],
    ['public_id', ({ publicId }) => publicId ?? ''],
    ['latitude', ({ latitude }) => degrees(latitude)],
    ['longitude', ({ longitude }) => degrees(longitude)],
  ];
  const others = paper.otherProjectColumns.map((name, index): Column => [
    name,
    ({ other }) => other[index] ?? '',
  ]);
  const used = sometimes.filter(([, text]) => projects.some((project) => text(project) !== ''));
  const columns = [...always, ...used, ...others];
  return [
    'PROJECTS',
    row(columns.map(([name]) => name)),
    ...projects.map((project) => row(columns.map(([, text]) => text(project)))),
  ];
}

/** Plain digits, because readers do not expect an exponent. */
function degrees(value: number | undefined): string {
  if (value === undefined) return '';
  const text = String(value);
  return text.includes('e') ? value.toFixed(30).replace(/\.?0+$/, '') : text;
}

/** The columns about persons that are asked for, by name and place. */
function keptColumns({ otherVoteColumns }: PbPaper, { dropVoteColumns = [] }: PbWriteOptions) {
  const dropped = new Set(dropVoteColumns.map((name) => name.toLowerCase()));
  return otherVoteColumns.flatMap((name, at) => (dropped.has(name.toLowerCase()) ? [] : [{ name, at }]));
}

function voteHeader(paper: PbPaper, options: PbWriteOptions): string[] {
  const kept = keptColumns(paper, options).map(({ name }) => name);
  return ['VOTES', row(['voter_id', 'vote', ...(carriesPoints(paper.voteType) ? ['points'] : []), ...kept])];
}

function voteLine(paper: PbPaper, options: PbWriteOptions): (vote: PbVote, index: number) => string {
  const kept = keptColumns(paper, options);
  const withPoints = carriesPoints(paper.voteType);
  return ({ voterId, choices, points, other }, index) =>
    row([
      options.voterIds === 'numbered' ? String(index + 1) : voterId,
      choices.join(','),
      ...(withPoints ? [(points ?? []).join(',')] : []),
      ...kept.map(({ at }) => other[at] ?? ''),
    ]);
}

function row(cells: readonly string[]): string {
  return cells.map(quoted).join(';');
}

function quoted(cell: string): string {
  return /[;"\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
