import { Injectable, type PipeTransform } from '@nestjs/common';

import { CaseUnknown } from './moderation.errors.js';

const LARGEST = 2_147_483_647;

/** The number in an address. What is no number names no case. @throws CaseUnknown */
@Injectable()
export class CaseNumber implements PipeTransform<string, number> {
  transform(typed: string): number {
    const number = /^[1-9]\d{0,9}$/.test(typed) ? Number(typed) : Infinity;
    if (number > LARGEST) throw new CaseUnknown();
    return number;
  }
}
