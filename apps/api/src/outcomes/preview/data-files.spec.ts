import { describe, expect, it } from '@jest/globals';

import { dataFiles } from './data-files.js';

const vote = {
  ...{ finished: true, channels: null, electors: null },
  exportFiles: ['manifest.json', 'ballots.ndjson'],
};
const addresses = (...args: Parameters<typeof dataFiles>) => dataFiles(...args).map(({ address }) => address);

describe('dataFiles', () => {
  it('holds back ballots that could be guessed, never the rest', () => {
    const few = addresses({ slug: 'north', imported: false, ballots: 29 }, 'c1', vote);

    expect(few.filter((address) => address.includes('ballots'))).toEqual([]);
    expect(few).toContain('/api/rounds/north/export/manifest.json');
    expect(addresses({ slug: 'north', imported: false, ballots: 30 }, 'c1', vote)).toEqual(
      expect.arrayContaining(['/api/rounds/north/ballots.pb', '/api/rounds/north/export/ballots.ndjson']),
    );
  });

  it('counts the money of an election held elsewhere as nobody’s grant', () => {
    const elsewhere = addresses({ slug: 'north', imported: true, ballots: 3 }, 'c1', null);

    expect(elsewhere).toContain('/api/rounds/north/ballots.pb');
    expect(elsewhere.join()).not.toContain('360giving');
  });
});
