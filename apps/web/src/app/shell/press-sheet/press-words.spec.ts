import { describe, expect, it } from '@jest/globals';
import { aSheet } from './a-sheet.js';
import { pressText } from './press-text.js';
import { pressFigures, pressItems, pressSentence } from './press-words.js';

const GB = 'en-GB';
const options = { locale: GB, council: 'Stoke-on-Trent', publicUrl: 'https://decide.example' };

describe('the words of a press sheet', () => {
  it('say in one sentence what was decided', () => {
    expect(pressSentence(aSheet, GB)).toBe(
      'The vote in Stoke-on-Trent chose 1 of 2 projects, for £30,000 of the £40,000 there was to spend.',
    );
    expect(pressSentence({ ...aSheet, chosen: [] }, GB)).toContain('chose none of 1 projects');
  });

  it('give every figure with its base, and turnout only where there is a roll', () => {
    expect(pressFigures(aSheet, GB)).toEqual([
      { number: '£30,000', says: 'given out of £40,000' },
      { number: '1 of 2', says: 'projects chosen' },
      { number: '1,250', says: 'people voted: 1,200 online, 50 on paper' },
      { number: '25%', says: 'of 5,000 on the list of voters' },
    ]);
    const voters = { total: 6, online: null, paper: null, electors: null };
    expect(pressFigures({ ...aSheet, voters }, GB).at(-1)).toEqual({ number: '6', says: 'people voted' });
  });

  it('stay on two pages and say what is left out', () => {
    const notChosen = Array.from({ length: 11 }, () => aSheet.notChosen[0]!);

    expect(pressItems({ chosen: aSheet.chosen, notChosen })).toMatchObject({
      chosenMore: 0,
      notChosenMore: 3,
    });
  });

  it('make a text to paste, with everything in it', () => {
    const text = pressText(aSheet, options);

    expect(text).toContain('Stoke-on-Trent, 22 November 2026\n\nA crossing for the school');
    expect(text).toContain('Chosen\n- Crossing, £30,000, 900 votes');
    expect(text).toContain('Not chosen, and why\n- Lights, £20,000, 1 vote. It cost more than was left.');
    expect(text).toContain('https://decide.example/rounds/streets/results');
    expect(text).toContain('Questions: Participation team, team@council.example\n');
    expect(text).not.toContain('DRAFT');
    expect(text).not.toContain('What it should change');
    expect(pressText({ ...aSheet, draft: true, publishedAt: null }, options)).toMatch(
      /^DRAFT\. Not published/,
    );
  });
});
