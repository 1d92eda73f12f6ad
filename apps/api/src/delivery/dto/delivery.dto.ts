import { ApiProperty } from '@nestjs/swagger';

import { AttachmentDto } from '../../attachments/index.js';
import { FUNDED_STATES, type FundedProposal, type FundedState } from '../../proposals/index.js';
import type { Delivery, Ending, Milestone, Money, Slip, SpendEntry, SpendKind, Update } from '../delivery.js';
import { MoneyDto } from './money.dto.js';

export class SlipDto {
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty({ format: 'date' }) from: string;
  @ApiProperty({ format: 'date' }) to: string;
  @ApiProperty() reason: string;

  static of({ at, from, to, reason }: Slip): SlipDto {
    return { at: new Date(at).toISOString(), from, to, reason };
  }
}

export class MilestoneDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() title: string;
  @ApiProperty({ format: 'date', description: 'Never changes.' }) plannedOn: string;
  @ApiProperty({ format: 'date' }) forecastOn: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) doneOn: string | null;
  @ApiProperty({ description: 'Whether its forecast has passed and it is not done.' }) overdue: boolean;
  @ApiProperty({ type: [SlipDto], description: 'Oldest first.' }) slips: SlipDto[];

  static of({ id, title, plannedOn, forecastOn, doneOn, overdue, slips }: Milestone): MilestoneDto {
    return { id, title, plannedOn, forecastOn, doneOn, overdue, slips: slips.map(SlipDto.of) };
  }
}

export class SpendEntryDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: ['committed', 'paid'], enumName: 'SpendKind' }) kind: SpendKind;
  @ApiProperty({ type: 'integer' }) amountPence: number;
  @ApiProperty({ format: 'date' }) spentOn: string;
  @ApiProperty({ description: 'An organisation.' }) payee: string;
  @ApiProperty() whatFor: string;
  @ApiProperty({ description: 'Based in the area of the council.' }) local: boolean;
  @ApiProperty({ description: 'A charity, co-operative or other social enterprise.' }) social: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'Why it goes beyond what was decided.' })
  overReason: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) corrects: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Why it was corrected.' }) reason: string | null;
  @ApiProperty({ description: 'Whether a later entry stands in its place.' }) corrected: boolean;

  static of(entry: SpendEntry): SpendEntryDto {
    const { id, kind, amountPence, spentOn, payee, whatFor, local, social } = entry;
    const { overReason, corrects, reason, corrected } = entry;
    return {
      id,
      kind,
      amountPence,
      spentOn,
      payee,
      whatFor,
      local,
      social,
      overReason,
      corrects,
      reason,
      corrected,
    };
  }
}

export class DeliveryUpdateDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ description: 'Plain text.' }) words: string;
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty({ type: [AttachmentDto] }) attachments: AttachmentDto[];
}

export class DeliveryEndDto {
  @ApiProperty({ enum: ['delivered', 'stopped'], enumName: 'DeliveryEnding' }) ending: Ending;
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty({ description: 'What became of it, in plain words.' }) outcome: string;
  @ApiProperty() differentNow: string;
  @ApiProperty() notDone: string;
}

export interface DeliveryPage {
  readonly proposal: FundedProposal;
  readonly delivery: Delivery | undefined;
  readonly milestones: readonly Milestone[];
  readonly entries: readonly SpendEntry[];
  readonly updates: readonly (Update & { readonly attachments: AttachmentDto[] })[];
  readonly money: Money;
}

export class DeliveryDto {
  @ApiProperty({ type: 'integer' }) number: number;
  @ApiProperty() title: string;
  @ApiProperty({ enum: FUNDED_STATES, enumName: 'FundedState' }) state: FundedState;
  @ApiProperty({ example: 'GBP' }) currency: string;
  @ApiProperty({ type: String, nullable: true, description: 'null: nobody has taken it on yet.' })
  ownerBody: string | null;
  @ApiProperty({ type: String, nullable: true }) contactOffice: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) begunAt: string | null;
  @ApiProperty({ type: [MilestoneDto], description: 'In the order they were planned for.' })
  milestones: MilestoneDto[];
  @ApiProperty({ type: MoneyDto }) money: MoneyDto;
  @ApiProperty({ type: [SpendEntryDto], description: 'By day, with those that were corrected.' })
  spend: SpendEntryDto[];
  @ApiProperty({ type: [DeliveryUpdateDto], description: 'Newest first.' }) updates: DeliveryUpdateDto[];
  @ApiProperty({ type: DeliveryEndDto, nullable: true }) end: DeliveryEndDto | null;

  static of({ proposal, delivery, milestones, entries, updates, money }: DeliveryPage): DeliveryDto {
    const { number, title, state, currency } = proposal;
    const end = delivery?.end;
    return {
      number,
      title,
      state,
      currency,
      ownerBody: delivery?.ownerBody ?? null,
      contactOffice: delivery?.contactOffice ?? null,
      begunAt: delivery?.begunAt.toISOString() ?? null,
      milestones: milestones.map(MilestoneDto.of),
      money: MoneyDto.of(money),
      spend: entries.map(SpendEntryDto.of),
      updates: updates.map(({ id, words, at, attachments }) => ({
        id,
        words,
        at: at.toISOString(),
        attachments,
      })),
      end: end
        ? {
            ending: end.ending,
            at: end.at.toISOString(),
            outcome: end.outcome,
            differentNow: end.differentNow,
            notDone: end.notDone,
          }
        : null,
    };
  }
}
