import type { PressSheetData } from './press-words.js';

/** A whole sheet to start from; tests change what they are about. */
export const aSheet: PressSheetData = {
  roundSlug: 'streets',
  roundTitle: 'Safer streets',
  place: { slug: 'stoke', name: 'Stoke-on-Trent', kind: 'council' },
  invented: false,
  draft: false,
  decisionNumber: 'D-1',
  publishedAt: '2026-11-22T22:00:00Z',
  title: 'A crossing for the school',
  summary: 'The crossing is built before summer.',
  currency: 'GBP',
  budgetPence: 4_000_000,
  spendPence: 3_000_000,
  voters: { total: 1_250, online: 1_200, paper: 50, electors: 5_000 },
  chosen: [{ proposalNumber: 1, title: 'Crossing', costPence: 3_000_000, votes: 900, why: 'Most votes.' }],
  notChosen: [
    {
      proposalNumber: 2,
      title: 'Lights',
      costPence: 2_000_000,
      votes: 1,
      why: 'It cost more than was left.',
    },
  ],
  aims: [],
  ruleTitle: 'Most votes first',
  countId: 'c1',
  contact: { name: 'Participation team', email: 'team@council.example', phone: null },
};
