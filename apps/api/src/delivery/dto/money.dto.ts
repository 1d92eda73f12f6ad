import { ApiProperty } from '@nestjs/swagger';

import type { Money } from '../delivery.js';

/** Whole pence; entries that were corrected are not counted. */
export class MoneyDto {
  @ApiProperty({ type: 'integer', description: 'What was decided.' })
  budgetPence: number;

  @ApiProperty({ type: 'integer', description: 'Promised in contracts and orders.' })
  committedPence: number;

  @ApiProperty({ type: 'integer' })
  paidPence: number;

  @ApiProperty({ type: 'integer', description: 'Of what was paid: to organisations based in the area.' })
  localPence: number;

  @ApiProperty({ type: 'integer', description: 'Of what was paid: to social enterprises.' })
  socialPence: number;

  @ApiProperty({ type: 'integer' })
  payments: number;

  @ApiProperty({ type: 'integer', description: 'Organisations that were paid.' })
  payees: number;

  static of(money: Money): MoneyDto {
    const { budgetPence, committedPence, paidPence, localPence, socialPence, payments, payees } = money;
    return { budgetPence, committedPence, paidPence, localPence, socialPence, payments, payees };
  }
}
