import type { Choice } from '@commonthread/ballot-protocol';
import { Injectable } from '@nestjs/common';

import type { CurrentUser } from '../../identity/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { UrnClient } from '../urn/urn-client.js';
import { SerialUnknown } from '../voting.errors.js';
import { PaperBatchesQueries } from './paper-batches.queries.js';
import { PrintedSheetsRepository } from './printed-sheets.repository.js';

export interface Keying {
  readonly batch: string;
  readonly sheets: readonly { serial: string; style: string; choices: readonly Choice[] }[];
  /** Whether these are this person's last. */
  readonly isLast: boolean;
}

export interface Settlement {
  readonly batch: string;
  readonly reason: string;
  readonly rulings: readonly { serial: string; style?: string; choices?: readonly Choice[] }[];
}

/** An officer enters sheets; the ballot box decides whose turn it is. What is on them is kept nowhere here. */
@Injectable()
export class KeySheets {
  constructor(
    private readonly paper: PaperBatchesQueries,
    private readonly printed: PrintedSheetsRepository,
    private readonly urn: UrnClient,
    private readonly audit: AuditLog,
  ) {}

  /** @throws NoVoteHeld | SerialUnknown | what the ballot box refuses */
  async execute(
    user: CurrentUser,
    slug: string,
    { batch, sheets, isLast }: Keying,
  ): Promise<{ turn: 1 | 2; keyed: number }> {
    const { id } = await this.paper.held(user, slug);
    const unknown = await this.printed.firstUnknown(
      id,
      sheets.map(({ serial }) => serial),
    );
    if (unknown !== undefined) throw new SerialUnknown(unknown);
    const { turn, keyed } = await this.urn.key(id, batch, { by: user.id, sheets, isLast });
    await this.audit.append({
      what: 'voting.sheets-entered',
      actorId: user.id,
      subject: `round:${slug}`,
      facts: { batch, turn, keyed },
    });
    return { turn, keyed };
  }
}

/** An officer takes back a sheet they have just entered wrongly. */
@Injectable()
export class WithdrawSheet {
  constructor(
    private readonly paper: PaperBatchesQueries,
    private readonly urn: UrnClient,
    private readonly audit: AuditLog,
  ) {}

  /** @throws NoVoteHeld | what the ballot box refuses */
  async execute(
    user: CurrentUser,
    slug: string,
    batch: string,
    serial: string,
  ): Promise<{ turn: 1 | 2; keyed: number }> {
    const { id } = await this.paper.held(user, slug);
    const { turn, keyed } = await this.urn.withdraw(id, batch, { by: user.id, serial });
    await this.audit.append({
      what: 'voting.sheet-withdrawn',
      actorId: user.id,
      subject: `round:${slug}`,
      facts: { batch, turn, keyed },
    });
    return { turn, keyed };
  }
}

/** A third officer says what is on sheets that were entered differently. */
@Injectable()
export class SettleSheets {
  constructor(
    private readonly paper: PaperBatchesQueries,
    private readonly urn: UrnClient,
    private readonly audit: AuditLog,
  ) {}

  /** @throws NoVoteHeld | what the ballot box refuses */
  async execute(user: CurrentUser, slug: string, { batch, reason, rulings }: Settlement): Promise<void> {
    const { id } = await this.paper.held(user, slug);
    await this.urn.settle(id, batch, { by: user.id, reason, rulings });
    await this.audit.append({
      what: 'voting.sheets-settled',
      actorId: user.id,
      subject: `round:${slug}`,
      facts: { batch, sheets: rulings.length },
    });
  }
}
