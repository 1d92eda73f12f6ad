import type { Proposal } from './proposal.js';
import { ProposalIncomplete } from './proposals.errors.js';

const LENGTHS = { title: [5, 120], summary: [20, 300], body: [1, 20_000] } as const;

/**
 * What a proposal needs before others see it.
 *
 * @throws ProposalIncomplete naming everything that is missing at once
 */
export function mustBeComplete(proposal: Proposal): void {
  const errors: { field: string; code: string; message: string }[] = [];
  for (const field of ['title', 'summary', 'body'] as const) {
    const [least, most] = LENGTHS[field];
    const length = proposal[field].trim().length;
    if (length === 0) {
      errors.push({ field, code: 'missing', message: `Enter a ${field}.` });
    } else if (length < least) {
      const message = `The ${field} needs at least ${least} characters.`;
      errors.push({ field, code: 'too-short', message });
    } else if (length > most) {
      const message = `The ${field} can have at most ${most} characters.`;
      errors.push({ field, code: 'too-long', message });
    }
  }
  if (proposal.estimatePence === null) {
    const message = 'Enter what you think it costs.';
    errors.push({ field: 'estimatePence', code: 'missing', message });
  }
  if (errors.length > 0) throw new ProposalIncomplete(errors);
}
