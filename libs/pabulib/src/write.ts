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

interface Count {
  votes: number;
  score: number;
}

/**
 * The canonical `.pb` text: META in the checker's order then unknown keys, LF, quotes only where needed;
 * num_projects, num_votes, votes and score are recounted, never copied.
 *
 * @throws PbUnwritable when the format cannot hold the draft
 */
export function writePb(draft: PbDraft, options: PbWriteOptions = {}): string {
  checkWritable(draft);
  const counts = recount(draft);
  const projects = options.projectOrder === 'file' ? draft.projects : byResult(draft, counts);
  return [...metaRows(draft), ...projectRows(draft, projects, counts), ...voteRows(draft, options), ''].join(
    '\n',
  );
}

function recount({ projects, votes, voteType }: PbDraft): ReadonlyMap<string, Count> {
  const counts = new Map<string, Count>(projects.map(({ id }) => [id, { votes: 0, score: 0 }]));
  for (const { choices, points } of votes) {
    choices.forEach((id, position) => {
      const count = counts.get(id);
      if (!count) return;
      count.votes += 1;
      count.score += voteType === 'ordinal' ? choices.length - position : (points?.[position] ?? 0);
    });
  }
  return counts;
}

function byResult(draft: PbDraft, counts: ReadonlyMap<string, Count>): PbProjectText[] {
  const key = hasScore(draft.voteType) ? 'score' : 'votes';
  const result = ({ id }: PbProjectText): number => counts.get(id)?.[key] ?? 0;
  return draft.projects.toSorted(
    (a, b) => result(b) - result(a) || a.costMinor - b.costMinor || (a.id < b.id ? -1 : 1),
  );
}

function metaRows(draft: PbDraft): string[] {
  const meta = new Map(draft.meta);
  meta.set('num_projects', String(draft.projects.length));
  meta.set('num_votes', String(draft.votes.length));
  meta.set('budget', writeMoney(draft.budgetMinor, draft.minorPerUnit));
  meta.set('vote_type', draft.voteType);
  const known = META_ORDER.filter((key) => meta.has(key));
  const unknown = [...meta.keys()].filter((key) => !META_ORDER.includes(key));
  return ['META', 'key;value', ...[...known, ...unknown].map((key) => row([key, meta.get(key) ?? '']))];
}

type Column = readonly [name: string, text: (project: PbProjectText) => string];

function projectRows(
  draft: PbDraft,
  projects: readonly PbProjectText[],
  counts: ReadonlyMap<string, Count>,
): string[] {
  const always: Column[] = [
    ['project_id', ({ id }) => id],
    ['cost', ({ costMinor }) => writeMoney(costMinor, draft.minorPerUnit)],
    ['votes', ({ id }) => String(counts.get(id)?.votes ?? 0)],
  ];
  if (hasScore(draft.voteType)) always.push(['score', ({ id }) => String(counts.get(id)?.score ?? 0)]);
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
  const others = draft.otherProjectColumns.map((name, index): Column => [
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

function voteRows(draft: PbDraft, { dropVoteColumns = [], voterIds = 'kept' }: PbWriteOptions): string[] {
  const dropped = new Set(dropVoteColumns.map((name) => name.toLowerCase()));
  const kept = draft.otherVoteColumns.flatMap((name, at) =>
    dropped.has(name.toLowerCase()) ? [] : [{ name, at }],
  );
  const withPoints = carriesPoints(draft.voteType);
  const cells = ({ voterId, choices, points, other }: PbVote, index: number): string[] => [
    voterIds === 'numbered' ? String(index + 1) : voterId,
    choices.join(','),
    ...(withPoints ? [(points ?? []).join(',')] : []),
    ...kept.map(({ at }) => other[at] ?? ''),
  ];
  const header = ['voter_id', 'vote', ...(withPoints ? ['points'] : []), ...kept.map(({ name }) => name)];
  return ['VOTES', row(header), ...draft.votes.map((vote, index) => row(cells(vote, index)))];
}

function row(cells: readonly string[]): string {
  return cells.map(quoted).join(';');
}

function quoted(cell: string): string {
  return /[;"\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
