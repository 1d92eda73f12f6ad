import { ACTORS, type Actor } from './actors.js';

/** `sign in` is 401, `no` 403, `hidden` 404; everything else was let in, whatever became of it. */
export type Answer = 'yes' | 'no' | 'hidden' | 'sign in';
export type Row = Readonly<Record<Actor, Answer>>;

export function answerOf(status: number): Answer {
  if (status === 401) return 'sign in';
  if (status === 403) return 'no';
  if (status === 404) return 'hidden';
  return 'yes';
}

const BEGIN = '<!-- table:begin -->';
const END = '<!-- table:end -->';

/** @returns the rows by route: `GET /api/rounds` */
export function readTable(markdown: string): Map<string, Row> {
  const rows = new Map<string, Row>();
  for (const line of between(markdown).split('\n')) {
    const cells = line.split('|').map((cell) => cell.trim());
    const route = /^`(.+)`$/.exec(cells[1] ?? '')?.[1];
    if (!route) continue;
    rows.set(route, Object.fromEntries(ACTORS.map((actor, n) => [actor, cells[n + 2]])) as Row);
  }
  return rows;
}

/** The page with its table written anew. */
export function writeTable(markdown: string, rows: ReadonlyMap<string, Row>): string {
  const width = Math.max(...[...rows.keys()].map((route) => route.length)) + 2;
  const pad = (cells: readonly string[]): string =>
    `| ${cells.map((cell, n) => cell.padEnd(n === 0 ? width : (ACTORS[n - 1] ?? '').length)).join(' | ')} |`;
  const lines = [
    pad(['route', ...ACTORS]),
    `| ${['-'.repeat(width), ...ACTORS.map((actor) => '-'.repeat(actor.length))].join(' | ')} |`,
    ...[...rows].map(([route, row]) => pad([`\`${route}\``, ...ACTORS.map((actor) => row[actor])])),
  ];
  const [before = '', rest = ''] = markdown.split(BEGIN);
  return `${before}${BEGIN}\n\n${lines.join('\n')}\n\n${END}${rest.split(END)[1] ?? ''}`;
}

function between(markdown: string): string {
  return markdown.slice(markdown.indexOf(BEGIN) + BEGIN.length, markdown.indexOf(END));
}
