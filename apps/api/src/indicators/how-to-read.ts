import type { Indicator } from './catalogue/index.js';

const DIRECTION = {
  'higher-is-better': 'A higher figure is better.',
  'lower-is-better': 'A lower figure is better.',
  context: 'Neither direction is better in itself: the figure is context for others.',
} as const;

/** What a reader must know before comparing two figures of one indicator, in plain words. */
export function howToRead({ definition, polarity, useWithCare }: Indicator): string {
  return [
    `${definition} ${DIRECTION[polarity]}`,
    'Each figure is a share of the people who answered, not of everybody; the number of people stands beside it.',
    'Compare two figures only when they ask the same question in the same way. A national figure is there for scale: it was often asked differently.',
    'A figure from a survey that people chose to take part in says nothing certain about those who did not, so no margin of error is printed for it.',
    'A change after a decision does not prove that the decision caused it.',
    ...(useWithCare ? [useWithCare] : []),
  ].join(' ');
}
