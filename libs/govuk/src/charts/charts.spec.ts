import { describe, expect, it } from '@jest/globals';
import { show } from '../test-host.js';
import { BarChart } from './bar-chart.js';
import { IntervalChart } from './interval-chart.js';
import { ProgressBar } from './progress-bar.js';

const cells = (element: HTMLElement) =>
  [...element.querySelectorAll('tbody tr')].map((row) =>
    [...row.querySelectorAll('th, td')].map((cell) => cell.textContent.trim()),
  );

describe('BarChart', () => {
  const bars = [
    { label: 'Park', value: 400, text: '400 votes', strong: true },
    { label: 'Bench', value: 100, text: '100 votes' },
    { label: 'Fountain', value: 0, text: '0 votes' },
  ];
  const inputs = { caption: 'Votes', labelHeading: 'Project', valueHeading: 'Votes', bars };

  it('draws bars from zero, in proportion', () => {
    const { element } = show(BarChart, inputs);
    const widths = [...element.querySelectorAll('rect:not(.ct-bars__ground)')].map((bar) =>
      bar.getAttribute('width'),
    );

    expect(widths).toEqual(['100', '25', '0']);
  });

  it('gives every number again in a table', () => {
    const { element } = show(BarChart, inputs);

    expect(cells(element)).toEqual(bars.map(({ label, text }) => [label, text]));
    expect(element.querySelector('caption')!.textContent.trim()).toBe('Votes');
  });

  it('draws nothing, rather than failing, when every value is zero', () => {
    const { element } = show(BarChart, { ...inputs, bars: [bars[2]] });

    expect(element.querySelector('rect:not(.ct-bars__ground)')!.getAttribute('width')).toBe('0');
  });
});

describe('IntervalChart', () => {
  it('draws value and range on one scale beside the benchmark, and says where no range was published', () => {
    const { element } = show(IntervalChart, {
      caption: 'Belonging',
      rows: [
        { label: 'Here', value: 26, low: 22, high: 30, text: '26% of 428 people who answered' },
        { label: 'England', value: 60, low: null, high: null, text: '60%', isBenchmark: true },
      ],
    });
    const [range, ...others] = element.querySelectorAll('.ct-intervals__range');

    expect([range!.getAttribute('x'), range!.getAttribute('width'), others.length]).toEqual(['88', '32', 0]);
    expect(element.querySelectorAll('.ct-intervals__benchmark')).toHaveLength(2);
    expect(cells(element)).toEqual([
      ['Here', '26% of 428 people who answered', '22% to 30%'],
      ['England', '60%', 'not published'],
    ]);
  });
});

describe('ProgressBar', () => {
  it.each([
    [0.4, '40%'],
    [1.2, '100%'],
    [-1, '0%'],
  ])('%d is said as %s', (value, said) => {
    const { words, element } = show(ProgressBar, { label: 'Counting', value });

    expect(words()).toContain(`Counting: ${said}`);
    expect(element.querySelector('[role=status]')).not.toBeNull();
  });
});
