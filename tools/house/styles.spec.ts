import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { root } from '../build/project.ts';

const sheets = globSync('{apps/web,libs/govuk}/src/**/*.scss', { cwd: root });

/** Which blocks a sheet gives a shape: `.ct-name {` at the margin. */
const blocksOf = (text: string): string[] =>
  [...text.matchAll(/^\.(ct-[a-z]+(?:-[a-z]+)*) \{/gm)].map(([, block = '']) => block);

/** Styles are not scoped: two blocks of one name would mix on a page that shows both, and only there. */
function inTwoPlaces(read: (sheet: string) => string): string[] {
  const home = new Map<string, string>();
  return sheets.flatMap((sheet) =>
    blocksOf(read(sheet)).flatMap((block) => {
      const first = home.get(block);
      home.set(block, first ?? sheet);
      return first === undefined || first === sheet ? [] : [`${block}: ${first} and ${sheet}`];
    }),
  );
}

describe('the styles', () => {
  const read = (sheet: string): string => readFileSync(join(root, sheet), 'utf8');

  it('give each block one home', () => {
    expect(sheets.length).toBeGreaterThan(10);
    expect(inTwoPlaces(read)).toEqual([]);
  });

  it('would be caught giving it two', () => {
    const planted = inTwoPlaces((sheet) => `${read(sheet)}\n.ct-planted {\n}\n`);
    expect(planted).toHaveLength(sheets.length - 1);
  });
});
