import { DomainError } from '@commonthread/kernel';

import type { PbDraft } from './pb-file.js';
import { SECTIONS } from './words.js';

/** The format has no way to say this: reading the file back would give another election. */
export class PbUnwritable extends DomainError {
  override readonly kind = 'invalid';
  override readonly code = 'pabulib.unwritable';

  constructor(field: string, reason: string) {
    super(`${field}: ${reason}`, { field, reason });
  }
}

/** @throws PbUnwritable naming the first thing that would not survive being written and read */
export function checkWritable(draft: PbDraft): void {
  const ids = new Set<string>();
  for (const { id, categories, beneficiaries } of draft.projects) {
    checkId('project_id', id);
    if (id.includes(',')) throw new PbUnwritable('project_id', `"${id}" contains a comma`);
    if (ids.has(id)) throw new PbUnwritable('project_id', `"${id}" stands twice`);
    ids.add(id);
    const label = [...categories, ...beneficiaries].find((text) => text.includes(',') || text.trim() === '');
    if (label !== undefined)
      throw new PbUnwritable('category', `the label "${label}" contains a comma or nothing`);
  }
  const voters = new Set<string>();
  for (const { voterId, choices, points } of draft.votes) {
    checkId('voter_id', voterId);
    if (voters.has(voterId)) throw new PbUnwritable('voter_id', 'a voter id stands twice');
    voters.add(voterId);
    const stranger = choices.find((id) => !ids.has(id));
    if (stranger !== undefined) throw new PbUnwritable('vote', `no project "${stranger}"`);
    if (points && points.length !== choices.length)
      throw new PbUnwritable('points', 'not aligned with the vote');
  }
  for (const key of draft.meta.keys()) checkId('META', key);
}

function checkId(field: string, id: string): void {
  if (id === '' || id !== id.trim()) throw new PbUnwritable(field, 'empty, or with spaces around it');
  // Alone in its row it would open a section.
  if ((SECTIONS as readonly string[]).includes(id.toUpperCase())) {
    throw new PbUnwritable(field, `"${id}" is the name of a section`);
  }
}
