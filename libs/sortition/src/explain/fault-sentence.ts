import type { PoolFault, PoolFaultCode } from '../checks/faults.js';

const SENTENCES: Readonly<Record<PoolFaultCode, string>> = {
  'column-missing': 'there is no column {column}',
  'column-twice': 'the column {column} stands twice',
  'quota-unreadable': 'quotas, row {row}: {column} is "{text}", not a whole number or a name',
  'quota-twice': 'quotas, row {row}: {value} of {category} stands twice',
  'quotas-missing': 'the table of quotas is empty',
  'answer-missing': 'row {row} ({id}): no answer to {category}',
  'answer-without-quota': 'row {row} ({id}): "{value}" is no {category} that the quotas know',
  'id-twice': 'row {row}: {id} stands already in row {first}',
  nobody: 'there is nobody in the pool',
  'size-unreadable': '{size} is not a number of seats',
  'size-above-people': '{size} seats and only {people} people',
  'min-above-max': '{category}, {value}: at least {min} and at most {max} cannot be',
  'min-above-people': '{category}, {value}: at least {min} wanted, and {people} of the pool can sit at once',
  'mins-above-size': '{category}: the least numbers add up to {sum}, and there are {size} seats',
  'maxes-below-size': '{category}: the most numbers add up to {sum}, and there are {size} seats',
};

export function faultSentence({ code, params }: PoolFault): string {
  return SENTENCES[code].replaceAll(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
}
