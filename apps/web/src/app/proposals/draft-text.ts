import { penceOf, poundsOf } from '../shell/pounds.js';
import type { Proposal, ProposalChange } from './proposals-api.js';

/** A proposal as its author types it. */
export interface DraftText {
  readonly title: string;
  readonly summary: string;
  readonly body: string;
  readonly category: string;
  /** In pounds, as typed. */
  readonly estimate: string;
  readonly placeSlug: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

export function draftTextOf(proposal: Proposal): DraftText {
  const { title, summary, body, category, estimatePence, place, latitude, longitude } = proposal;
  return {
    title,
    summary,
    body,
    category: category ?? '',
    estimate: poundsOf(estimatePence),
    placeSlug: place.slug,
    latitude,
    longitude,
  };
}

/** What the API is to store; what it would refuse while it is half typed stays out. */
export function changeOf(changed: Partial<DraftText>, version: number): ProposalChange {
  const { title, summary, body, category, estimate, placeSlug } = changed;
  const pence = estimate === undefined ? undefined : penceOf(estimate);
  return {
    version,
    ...(title?.trim() ? { title } : {}),
    ...(summary !== undefined ? { summary } : {}),
    ...(body !== undefined ? { body } : {}),
    ...(category !== undefined ? { category: category || null } : {}),
    ...(pence !== undefined ? { estimatePence: pence } : {}),
    ...(placeSlug ? { placeSlug } : {}),
    ...('latitude' in changed ? { latitude: changed.latitude ?? null } : {}),
    ...('longitude' in changed ? { longitude: changed.longitude ?? null } : {}),
  };
}
