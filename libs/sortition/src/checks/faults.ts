/** What is wrong with a pool or its quotas: a stable code, and what a sentence about it needs. */
export interface PoolFault {
  readonly code: PoolFaultCode;
  readonly params: Readonly<Record<string, string | number>>;
}

export type PoolFaultCode =
  | 'column-missing'
  | 'column-twice'
  | 'quota-unreadable'
  | 'quota-twice'
  | 'quotas-missing'
  | 'answer-missing'
  | 'answer-without-quota'
  | 'id-twice'
  | 'nobody'
  | 'size-unreadable'
  | 'size-above-people'
  | 'min-above-max'
  | 'min-above-people'
  | 'mins-above-size'
  | 'maxes-below-size';
