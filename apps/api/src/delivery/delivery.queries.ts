import { Injectable } from '@nestjs/common';

import { AttachmentsQueries } from '../attachments/index.js';
import { Places } from '../places/index.js';
import {
  FUNDED_STATES,
  type FundedFilter,
  type FundedProposal,
  FundedProposals,
} from '../proposals/index.js';
import { Rounds, RoundUnknown } from '../rounds/index.js';
import { type Money, NO_MONEY } from './delivery.js';
import { DeliveryRepository } from './delivery.repository.js';
import { DeliveryDto } from './dto/delivery.dto.js';
import { DeliveryListDto, DeliverySummaryDto, RoundDeliveryDto } from './dto/delivery-list.dto.js';
import { MoneyDto } from './dto/money.dto.js';
import { MilestonesRepository } from './milestones.repository.js';
import { SpendRepository } from './spend.repository.js';
import { UPDATE } from './update-attachments.js';

export interface DeliveriesAsked extends Pick<FundedFilter, 'states'> {
  /** Slugs. */
  readonly place?: string | undefined;
  readonly round?: string | undefined;
  /** Those that need somebody's eye: slipped, overdue, quiet, not begun. */
  readonly attention?: boolean | undefined;
  readonly limit?: number | undefined;
}

/** What everybody may read about projects being delivered. */
@Injectable()
export class DeliveryQueries {
  constructor(
    private readonly proposals: FundedProposals,
    private readonly rounds: Rounds,
    private readonly places: Places,
    private readonly deliveries: DeliveryRepository,
    private readonly milestones: MilestonesRepository,
    private readonly spend: SpendRepository,
    private readonly attachments: AttachmentsQueries,
  ) {}

  /** @throws ProposalUnknown also for one that was not funded */
  async page(number: number): Promise<DeliveryDto> {
    const proposal = await this.proposals.byNumber(number);
    const [delivery, milestones, entries, updates, sums] = await Promise.all([
      this.deliveries.byNumber(number),
      this.milestones.ofProposal(number),
      this.spend.ofProposal(number),
      this.deliveries.updates(number),
      this.spend.sums([number]),
    ]);
    const ids = updates.map(({ id }) => id);
    const pictures = await this.attachments.ofPublicOwners(UPDATE, ids);
    const budgetPence = delivery?.budgetPence ?? proposal.costPence;
    return DeliveryDto.of({
      proposal,
      delivery,
      milestones,
      entries,
      updates: updates.map((update) => ({ ...update, attachments: pictures.get(update.id) ?? [] })),
      money: { ...sums, budgetPence },
    });
  }

  /** @throws PlaceUnknown | RoundUnknown */
  async list({ place, round, states, attention, limit }: DeliveriesAsked): Promise<DeliveryListDto> {
    const roundId = round === undefined ? undefined : (await this.rounds.bySlug(round)).id;
    if (place !== undefined) await this.places.bySlug(place);
    const placeIds = place === undefined ? undefined : await this.places.idsWithin(place);
    const found = await this.proposals.list({ roundId, placeIds, states });
    const items = await this.summaries(found);
    return {
      items: (attention ? items.filter(needsAnEye) : items).slice(0, limit),
      money: MoneyDto.of(await this.moneyOf(found)),
    };
  }

  /** @throws RoundUnknown */
  async ofRound(slug: string): Promise<RoundDeliveryDto> {
    const { id, currency, state } = await this.rounds.bySlug(slug);
    if (state === 'draft') throw new RoundUnknown();
    const found = await this.proposals.list({ roundId: id });
    const items = await this.summaries(found);
    return {
      projects: found.length,
      states: FUNDED_STATES.map((value) => ({
        value,
        count: found.filter(({ state }) => state === value).length,
      })),
      slipped: items.filter(({ slipped }) => slipped).length,
      currency,
      money: MoneyDto.of(await this.moneyOf(found)),
    };
  }

  private async summaries(found: readonly FundedProposal[]): Promise<DeliverySummaryDto[]> {
    const [progress, rounds, places] = await Promise.all([
      this.deliveries.progress(found.map(({ number }) => number)),
      this.rounds.byIds(found.map(({ roundId }) => roundId)),
      this.places.byIds(found.map(({ placeId }) => placeId)),
    ]);
    const byNumber = new Map(progress.map((one) => [one.number, one]));
    return found.flatMap((proposal) => {
      const round = rounds.get(proposal.roundId);
      const place = places.get(proposal.placeId);
      return round && place
        ? [DeliverySummaryDto.of(proposal, round, place, byNumber.get(proposal.number))]
        : [];
    });
  }

  private async moneyOf(found: readonly FundedProposal[]): Promise<Money> {
    const sums = found.length > 0 ? await this.spend.sums(found.map(({ number }) => number)) : NO_MONEY;
    return { ...sums, budgetPence: found.reduce((sum, { costPence }) => sum + costPence, 0) };
  }
}

function needsAnEye({ state, slipped, overdue, quiet }: DeliverySummaryDto): boolean {
  return state === 'funded' || slipped || overdue || quiet;
}
