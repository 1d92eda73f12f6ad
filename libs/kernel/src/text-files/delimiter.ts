export type Delimiter = ',' | ';' | '\t';

/** What parts the cells of a table: whichever stands most often in the line of headings, outside quotation marks. */
export function delimiterOf(headings: string): Delimiter {
  const bare = headings.replace(/"[^"]*"/g, '');
  const times = (mark: Delimiter): number => bare.split(mark).length - 1;
  const marks: readonly Delimiter[] = [',', ';', '\t'];
  return marks.reduce((best, mark) => (times(mark) > times(best) ? mark : best));
}
