import { Injectable } from '@nestjs/common';

import type { CurrentUser } from '../identity/index.js';
import { DeliveryActs } from './delivery-acts.js';
import { SpendCorrected, SpendUnknown } from './delivery.errors.js';
import type { Spend } from './delivery.js';
import { SpendRepository } from './spend.repository.js';

/** Enters money that was promised in a contract or paid, and corrects an entry by a newer one. */
@Injectable()
export class EnterSpend {
  constructor(
    private readonly acts: DeliveryActs,
    private readonly spend: SpendRepository,
  ) {}

  /** @throws what `DeliveryActs.hold` throws | DeliveryFieldInvalid */
  async execute(user: CurrentUser, number: number, one: Spend): Promise<void> {
    await this.acts.mustHaveCome(one.spentOn, 'spentOn');
    await this.acts.hold(user, number, async ({ manager, note }) => {
      await this.spend.add(number, one, null, manager);
      await note('delivery.spend-entered', { kind: one.kind, amountPence: one.amountPence });
    });
  }

  /** @throws what `execute` throws | SpendUnknown | SpendCorrected */
  async correct(user: CurrentUser, number: number, id: string, one: Spend, reason: string): Promise<void> {
    await this.acts.mustHaveCome(one.spentOn, 'spentOn');
    await this.acts.hold(user, number, async ({ manager, note }) => {
      const before = await this.spend.one(number, id, manager);
      if (!before) throw new SpendUnknown();
      if (before.corrected) throw new SpendCorrected();
      await this.spend.add(number, one, { corrects: id, reason }, manager);
      const facts = { kind: one.kind, fromPence: before.amountPence, toPence: one.amountPence };
      await note('delivery.spend-corrected', facts);
    });
  }
}
