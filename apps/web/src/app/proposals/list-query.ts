import { PROPOSAL_STATES, type ProposalState } from '../shell/proposal-states.js';
import type { ProposalQuery } from './proposals-api.js';

/** What the address of a list says, as it came: any of it may be missing, empty or nonsense. */
export interface ListAddress {
  readonly round?: string | undefined;
  readonly place?: string | undefined;
  readonly category?: string | undefined;
  readonly state?: string | undefined;
  readonly q?: string | undefined;
  readonly sort?: string | undefined;
  readonly page?: string | undefined;
}

export const SORTS = ['newest', 'most-supported', 'title', 'cost-low', 'cost-high'] as const;

/** The state asked for, when there is such a state. */
export function knownState(state: string | undefined): ProposalState | undefined {
  return PROPOSAL_STATES.find((known) => known === state);
}

/** The filters alone, as the API takes them; what it would refuse is left out. */
export function filterQuery({ round, place, category, state, q }: ListAddress): ProposalQuery {
  const asked = knownState(state);
  const filled = Object.entries({ round, place, category, q: q?.trim() }).filter(
    (entry): entry is [string, string] => Boolean(entry[1]),
  );
  return {
    ...Object.fromEntries(filled),
    ...(asked ? { state: asked } : {}),
  };
}

/** The filters with order and page. */
export function listQuery(address: ListAddress): ProposalQuery {
  const page = Number(address.page);
  return {
    ...filterQuery(address),
    ...(SORTS.some((known) => known === address.sort) ? { sort: address.sort! } : {}),
    ...(Number.isInteger(page) && page > 1 && page <= 100_000 ? { page } : {}),
  };
}
