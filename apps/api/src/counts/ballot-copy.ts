import type { Ballot } from '@commonthread/voting';

/**
 * Ballots as lines of `COPY ... (FORMAT csv)`, a few thousand at a time.
 *
 * @param roundId repeated in each line
 * @param told called with the number of ballots written so far
 */
export async function* ballotLines(
  roundId: string,
  ballots: AsyncIterable<Ballot> | Iterable<Ballot>,
  told: (written: number) => void,
): AsyncGenerator<string> {
  let position = 0;
  let lines: string[] = [];
  for await (const ballot of ballots) {
    position += 1;
    lines.push(line(roundId, position, ballot));
    if (lines.length < 2_000) continue;
    yield lines.join('');
    lines = [];
    told(position);
  }
  if (lines.length > 0) yield lines.join('');
  told(position);
}

function line(roundId: string, position: number, { choices, points }: Ballot): string {
  const pointList = points ? quoted(`{${points.join(',')}}`) : '';
  return `${roundId},${position},${quoted(`{${choices.map(element).join(',')}}`)},${pointList}\n`;
}

/** One element of an array literal. */
const element = (id: string): string => `"${id.replaceAll(/["\\]/g, '\\$&')}"`;

/** One CSV field; an empty unquoted field would be NULL. */
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
