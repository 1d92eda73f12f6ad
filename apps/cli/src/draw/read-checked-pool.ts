import {
  checkQuotas,
  conflict,
  faultSentence,
  nearestQuotas,
  type Pool,
  type PoolTables,
  type QuotaChange,
  readPool,
  type Solver,
  toPanelModel,
} from '@commonthread/sortition';

import { InputError } from '../read-election-file.js';

const LISTED = 50;

/** @throws InputError with every fault of both tables, one a line */
export function readWholePool(tables: PoolTables): Pool {
  const { pool, faults } = readPool(tables);
  if (faults.length === 0) return pool;
  const more = faults.length > LISTED ? [`and ${faults.length - LISTED} more`] : [];
  throw new InputError([...faults.slice(0, LISTED).map(faultSentence), ...more].join('\n'));
}

/** Why there is no panel, and what would help. */
export function noPanelInWords(pool: Pool, solver: Solver): string[] {
  const model = toPanelModel(pool);
  const faults = checkQuotas(pool);
  const changes = nearestQuotas(pool, model, solver);
  return [
    'no panel meets all the quotas:',
    ...faults.map((fault) => `  ${faultSentence(fault)}`),
    ...(faults.length > 0
      ? []
      : [
          'These cannot hold together, and without any one of them there is a panel:',
          ...conflict(model, solver).map(({ category, value }) => `  ${category}, ${value}`),
        ]),
    ...(changes
      ? ['The smallest change after which there is one:', ...changes.map(changeInWords)]
      : ['No change within the flex bounds helps.']),
  ];
}

export function changeInWords({ category, value, min, max, newMin, newMax }: QuotaChange): string {
  return `  ${category}, ${value}: ${newMin} to ${newMax} instead of ${min} to ${max}`;
}
