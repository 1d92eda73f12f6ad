import { Injectable } from '@nestjs/common';

import type { EntityManager } from 'typeorm';

import type { CurrentUser } from '../identity/index.js';
import { DeliveryActs } from './delivery-acts.js';
import { DeliveryFieldInvalid, SpendCorrected, SpendUnknown } from './delivery.errors.js';
import { bringsOver, type Delivery, type Spend, type SpendEntry } from './delivery.js';
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
    await this.acts.hold(user, number, async ({ delivery, manager, note }) => {
      await this.mustFit(delivery, one, null, manager);
      await this.spend.add(number, one, null, manager);
      await note('delivery.spend-entered', { kind: one.kind, amountPence: one.amountPence });
    });
  }

  /** @throws what `execute` throws | SpendUnknown | SpendCorrected */
  async correct(user: CurrentUser, number: number, id: string, one: Spend, reason: string): Promise<void> {
    await this.acts.mustHaveCome(one.spentOn, 'spentOn');
    await this.acts.hold(user, number, async ({ delivery, manager, note }) => {
      const before = await this.spend.one(number, id, manager);
      if (!before) throw new SpendUnknown();
      if (before.corrected) throw new SpendCorrected();
      await this.mustFit(delivery, one, before, manager);
      await this.spend.add(number, one, { corrects: id, reason }, manager);
      const facts = { kind: one.kind, fromPence: before.amountPence, toPence: one.amountPence };
      await note('delivery.spend-corrected', facts);
    });
  }

  /** More than was decided is entered with its reason, which everybody reads. @throws DeliveryFieldInvalid */
  private async mustFit(
    { number, budgetPence }: Delivery,
    { kind, amountPence, overReason }: Spend,
    corrected: SpendEntry | null,
    manager: EntityManager,
  ): Promise<void> {
    const beforePence = await this.spend.sumOf(number, kind, manager);
    const withoutPence = beforePence - (corrected?.kind === kind ? corrected.amountPence : 0);
    if (overReason !== null || !bringsOver(amountPence, { withoutPence, beforePence }, budgetPence)) return;
    throw new DeliveryFieldInvalid(
      'delivery.over-budget',
      'overReason',
      kind === 'paid'
        ? 'With this, more is paid than was decided. Check the amount. If it is right, say in public why.'
        : 'With this, more is promised than was decided. Check the amount. If it is right, say in public why.',
    );
  }
}
