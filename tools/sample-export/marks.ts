const IDS = ['benches', 'lights', 'mural', 'orchard', 'ramp'];

/** What voter number n marks: invented, the same every time, different between neighbours and revisions. */
export const choose = (voter: number, rev: number): string[] =>
  IDS.filter((_, at) => (voter * 7 + rev * 3 + at * at) % 5 < 2);
