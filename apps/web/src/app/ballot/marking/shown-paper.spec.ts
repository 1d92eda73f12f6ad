import { describe, expect, it } from '@jest/globals';
import type { StylePaper } from '@commonthread/ballot-protocol';
import { shownPaper } from './shown-paper.js';

const paper = {
  style: 'city',
  projects: [
    { id: '3', title: 'A bench by the pond', costMinor: 100 },
    { id: '4', title: 'A tree', costMinor: 200 },
    { id: '9', title: 'A ball court', costMinor: 300 },
  ],
} as unknown as StylePaper;
const [first, second] = paper.projects;
const titles = (named: { ballotId: string; title: string }[]) =>
  shownPaper(paper, named).projects.map(({ title }) => title);

describe('shownPaper', () => {
  it('keeps what the site says too, and what it says nothing about', () => {
    expect(titles([{ ballotId: first!.id, title: first!.title }])).toEqual(
      paper.projects.map(({ title }) => title),
    );
  });

  it('shows that a title was hidden', () => {
    const [shown, ...others] = titles([{ ballotId: first!.id, title: 'Proposal 3 (hidden by moderation)' }]);
    expect(shown).toBe(`Project ${first!.id} (hidden by moderation)`);
    expect(others).toEqual(paper.projects.slice(1).map(({ title }) => title));
  });

  it('shows no words of the site in place of the paper’s: two projects cannot be swapped', () => {
    const swapped = titles([
      { ballotId: first!.id, title: second!.title },
      { ballotId: second!.id, title: first!.title },
    ]);
    expect(swapped).not.toContain(first!.title);
    expect(swapped).not.toContain(second!.title);
  });
});
