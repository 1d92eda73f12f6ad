import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { aimOutline } from './aim-words.js';

const APP = join(import.meta.dirname, '..');
const templates = readdirSync(APP, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(html|ts)$/.test(name) && !name.endsWith('.spec.ts'))
  .map((name) => ({ name, text: readFileSync(join(APP, name), 'utf8') }));
const names = (found: readonly { name: string }[]): string[] => found.map(({ name }) => name);

describe('aimOutline', () => {
  const indicator = {
    code: '3.3',
    name: 'How people from different backgrounds get along',
    counts: 'say that people from different backgrounds do not get on well together here',
  };

  it('says which way the share of whom is to go, not the name of the indicator', () => {
    expect(aimOutline({ indicator, direction: 'down', dueOn: '2027-09-30' }, 'en-GB')).toBe(
      'Aims to lower the share of people who say that people from different backgrounds do not get on well together here by 30 September 2027',
    );
  });

  it('names the figure where it is no share of people', () => {
    const aim = { indicator: { code: '5.1', name: 'Hate crime', counts: null }, dueOn: '2027-09-30' };
    expect(aimOutline({ ...aim, direction: 'up' }, 'en-GB')).toBe(
      'Aims to raise the figure for “Hate crime” by 30 September 2027',
    );
  });
});

describe('every page', () => {
  it('prints a figure of a survey with its own sentence', () => {
    const figures = templates.filter(({ text }) =>
      /\b(?:latest|reading|baseline)[!?]?\.percent\b/.test(text),
    );
    expect(figures.length).toBeGreaterThan(3);
    expect(
      names(figures.filter(({ text }) => !/\b(?:latest|reading|baseline)[!?]?\.label\b/.test(text))),
    ).toEqual([]);
  });

  it('leaves the direction of an aim to one place', () => {
    const elsewhere = /\b(?:raise|lower|shift) (?:the figure|the share|<strong>)/i;
    expect(names(templates.filter(({ text }) => elsewhere.test(text)))).toEqual(['shell/aim-words.ts']);
  });
});
