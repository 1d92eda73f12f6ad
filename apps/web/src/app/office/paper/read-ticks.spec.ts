import { describe, expect, it } from '@jest/globals';
import { readSerial, readTicks, serialText } from './read-ticks.js';
import { choicesText, choicesWords, sheetProjects } from './sheet-projects.js';

const paper = {
  ...{ sha256: 'abc', frozenAt: '2026-11-20T08:00:00Z', canonical: '{}' },
  projects: [
    { ballotId: '11', proposalNumber: 11, title: 'Trees', costPence: 700_000 },
    { ballotId: '2', proposalNumber: 2, title: 'A ball court', costPence: 500_000 },
  ],
};
const projects = sheetProjects(paper);

describe('what is typed from a sheet', () => {
  it('numbers projects as the printed sheet does, not by their names as text', () => {
    expect(projects.map(({ number, title }) => [number, title])).toEqual([
      [1, 'A ball court'],
      [2, 'Trees'],
    ]);
  });

  it.each([
    ['1 2', 'approval', { choices: ['2', '11'] }],
    ['2,1', 'ranked', { choices: ['11', '2'] }],
    ['', 'approval', { choices: [] }],
    [
      '1=3; 2:4',
      'points',
      {
        choices: [
          ['2', 3],
          ['11', 4],
        ],
      },
    ],
    ['2', 'choose-1', { choices: ['11'] }],
    ['3', 'approval', { fault: 'There is no project 3 on this paper' }],
    ['1 1', 'approval', { fault: 'Project 1 is there twice' }],
    ['1x', 'approval', { fault: '“1x” is no number of a project' }],
    ['1', 'points', { fault: 'Type the points of project 1 like 1=5' }],
    ['1=2', 'approval', { fault: 'On this paper projects have no points: type 1 alone' }],
    ['1 2', 'choose-1', { fault: 'One project at most can be chosen on this paper' }],
  ] as const)('%s on a paper with %s', (text, style, reading) => {
    expect(readTicks(text, style, projects)).toEqual(reading);
  });

  it('reads back what it wrote', () => {
    expect(
      choicesText(
        [
          ['11', 4],
          ['2', 1],
        ],
        projects,
      ),
    ).toBe('2=4 1=1');
    expect(choicesWords(['11'], projects)).toEqual(['2. Trees']);
  });

  it('takes a number of a sheet as people read it', () => {
    expect(readSerial(' ab12-cd34 ')).toBe('AB12CD34');
    expect(readSerial('AB12CD3')).toBeUndefined();
    expect(serialText('AB12CD34')).toBe('AB12-CD34');
  });
});
