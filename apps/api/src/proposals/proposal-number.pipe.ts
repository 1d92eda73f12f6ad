import { Injectable, type PipeTransform } from '@nestjs/common';

import { ProposalUnknown } from './proposals.errors.js';

/** What cannot be the number of a proposal names none. */
@Injectable()
export class ProposalNumber implements PipeTransform<string, number> {
  transform(written: string): number {
    if (!/^[1-9]\d{0,8}$/.test(written)) throw new ProposalUnknown();
    return Number(written);
  }
}
